-- How long logs are kept. Nothing here has a source that names a period for it: to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ACTIVITY_LOG', 1826, '2026-01-01', 'DELETE', 'Officers’ weekly activity logs with signatures: five years, so that a grant can be audited after its end.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('FILED_PAPER', 2191, '2026-01-01', 'DELETE', 'Documents required by a program and where they are kept: six years, to cover an audit due every five years.');

-- An audit due every five years is late in the sixth, and not unknown: the school's own lines, which name nobody, stay a year longer.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ACTIVITY_LOG', 1826, '2026-11-01', 'DELETE', 'Officers’ weekly activity logs with signatures: five years, so that a grant can be audited after its end.');

-- Clocks, exceptions and review links end like everything else. Nothing here has a source that names a period for it: to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PROGRAM_CLOCK', 2191, '2026-11-01', 'DELETE', 'Program deadlines and who completed them: six years after completion, as long as their documents. Open deadlines are kept.'),
    ('CAMPUS_EXCEPTION', 2191, '2026-11-01', 'DELETE', 'A board’s exception to the officer requirement at a campus: six years after its last day. One without a last day is kept.'),
    ('REVIEW_LINK', 1095, '2026-11-01', 'DELETE', 'Who was shown figures without an account, and when: three years after the link stopped working.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PLAN_STANDARDS', 2191, '2026-11-01', 'DELETE', 'Which standards an emergency plan meets: six years, as long as the documents required by a program. The latest record for each school is kept.');
