insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('VISITOR', 400, '2026-01-01', 'DELETE', 'Who was in a school on a day: one school year and the summer after it.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('GUARDIANSHIP', 730, '2026-01-01', 'DELETE', 'Authorized pickups: two years after the last day, so that a release can still be explained.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PLAN_OPENING', null, '2026-01-01', 'KEEP', 'Who opened a confidential plan: kept as long as the plan could be misused.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ASSISTANCE_NOTE', 30, '2026-01-01', 'DELETE', 'A note that was replaced or removed is no longer needed.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROSTER_STUDENT', 365, '2026-11-01', 'DELETE', 'A student who left the school: one year from the day they left, so that a returning student is recognized. Their classes, notes and authorized pickups are deleted with them.');
