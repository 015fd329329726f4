insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('LIVE_EVENT',         2,    '2026-01-01', 'DELETE', 'Doorbells of open screens; a screen away for longer loads afresh.'),
    ('SUBMITTED_FORM',     30,   '2026-01-01', 'DELETE', 'Recognizes a form sent twice; nobody sends a form a month later.'),
    ('MESSAGE',            400,  '2026-01-01', 'DELETE', 'Proof that a person was told: one school year and the summer after it.'),
    ('FACT_RELAY',         30,   '2026-01-01', 'DELETE', 'Facts that every room has heard; the audit line of each stays.'),
    ('SESSION',            90,   '2026-01-01', 'DELETE', 'Ended sessions: long enough to look into a stolen phone.'),
    ('ONE_TIME_CODE',      90,   '2026-01-01', 'DELETE', 'Codes used or expired; only their hash was ever stored.'),
    ('CHECK_IN_POSITION',  90,   '2026-01-01', 'SHRED',  'Where an officer''s phone was at the punch; the proof that it was near enough stays.'),
    ('AUDIT_LINE',         null, '2026-01-01', 'KEEP',   'The record of who did what; a line cannot be taken out of the chain without breaking it.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('SITE_ASSESSMENT', 4018, '2026-01-01', 'DELETE', 'Assessments of a campus with their answers and photos: eleven years, so that the last two of a five-year round can be compared. The last accepted one of a campus stays.'),
    ('MEASURE', 4018, '2026-01-01', 'DELETE', 'Measures that were done or rejected: as long as the assessments they came from.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('INVITATION', 400, '2026-01-01', 'DELETE', 'Who was invited and never came; one school year, so that nobody is forgotten over a summer.');
