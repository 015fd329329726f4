-- How long logs are kept. Nothing here has a source that names a period for it: to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ACTIVITY_LOG', 1826, '2026-01-01', 'DELETE', 'What officers did at schools, week by week, with its signatures: five years, so that a grant can be accounted for after its end.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('FILED_PAPER', 2191, '2026-01-01', 'DELETE', 'Papers a program demands, and where they lie: six years, so that an audit due every five can be shown.');

-- An audit due every five years is late in the sixth, and not unknown: the school's own lines, which name nobody, stay a year longer.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ACTIVITY_LOG', 1826, '2026-11-01', 'DELETE', 'What officers did at schools, week by week, with its signatures: five years, so that a grant can be accounted for after its end. What a school did and names nobody: a year longer.');

-- Clocks, exceptions and review links end like everything else. Nothing here has a source that names a period for it: to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PROGRAM_CLOCK', 2191, '2026-11-01', 'DELETE', 'What a program wanted done by a moment, and who answered it: six years after it was answered, as long as the papers it speaks of. What still runs stays.'),
    ('CAMPUS_EXCEPTION', 2191, '2026-11-01', 'DELETE', 'A board''s exception from having an officer at a campus: six years after its last day. One that has none stays.'),
    ('REVIEW_LINK', 1095, '2026-11-01', 'DELETE', 'To whom figures were shown without an account, and when: three years after the link ended.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PLAN_STANDARDS', 2191, '2026-11-01', 'DELETE', 'Which standards an emergency plan was found to meet: six years, as long as the papers a program demands. The last word on each school stays.');
