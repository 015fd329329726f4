insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('VISITOR', 400, '2026-01-01', 'DELETE', 'Who was in a school on a day: one school year and the summer after it.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('GUARDIANSHIP', 730, '2026-01-01', 'DELETE', 'Who may collect a student: two years after its last day, so that a release can still be explained.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PLAN_OPENING', null, '2026-01-01', 'KEEP', 'Who looked at a confidential plan; kept as long as the plan could still be misused.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ASSISTANCE_NOTE', 30, '2026-01-01', 'DELETE', 'A note that has been replaced or taken back is of no use to anybody.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROSTER_STUDENT', 365, '2026-11-01', 'DELETE', 'A student who has left the school: a year from the day they left, so that one who comes back is recognized. Their classes, notes and authorized pickups go with them.');
