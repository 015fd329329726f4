insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROUND', 1096, '2026-01-01', 'DELETE', 'Rounds and door checks with the result at each checkpoint: three years, to cover the time between two safety audits.'),
    ('CHECKPOINT', 1096, '2026-01-01', 'DELETE', 'A retired checkpoint, once no round sheet names it.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('FINDING', 2557, '2026-01-01', 'DELETE', 'Findings with photos, who fixed them and who verified them: seven years after closing, so that two assessments five years apart can look back.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('HAPPENING', 1096, '2026-01-01', 'DELETE', 'Events with time and place, without names: three years, so that two school years can be compared.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PATROL_PLAN', 400, '2026-01-01', 'DELETE', 'How a school was walked and what was seen: one school year and the following summer.');
