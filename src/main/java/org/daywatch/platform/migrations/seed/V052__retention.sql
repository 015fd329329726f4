insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('LIVE_EVENT',         2,    '2026-01-01', 'DELETE', 'Update signals for open screens; a screen away for longer reloads.'),
    ('SUBMITTED_FORM',     30,   '2026-01-01', 'DELETE', 'Recognizes a form sent twice; not needed after a month.'),
    ('MESSAGE',            400,  '2026-01-01', 'DELETE', 'Proof that a person was notified: one school year and the summer after it.'),
    ('FACT_RELAY',         30,   '2026-01-01', 'DELETE', 'Events that have been fully processed; the audit line of each stays.'),
    ('SESSION',            90,   '2026-01-01', 'DELETE', 'Ended sessions: kept long enough to investigate a stolen phone.'),
    ('ONE_TIME_CODE',      90,   '2026-01-01', 'DELETE', 'Codes used or expired; only their hash was ever stored.'),
    ('CHECK_IN_POSITION',  90,   '2026-01-01', 'SHRED',  'Location of an officer''s phone at check-in; the proof that it was near enough stays.'),
    ('AUDIT_LINE',         null, '2026-01-01', 'KEEP',   'Record of every action; a line cannot be removed from the chain without breaking it.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('SITE_ASSESSMENT', 4018, '2026-01-01', 'DELETE', 'Campus assessments with answers and photos: eleven years, so that two five-year assessments can be compared. The last accepted assessment of a campus is kept.'),
    ('MEASURE', 4018, '2026-01-01', 'DELETE', 'Completed or rejected measures: as long as their assessments.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('INVITATION', 400, '2026-01-01', 'DELETE', 'Invitations never used; kept one school year, so that no one is forgotten over the summer.');
