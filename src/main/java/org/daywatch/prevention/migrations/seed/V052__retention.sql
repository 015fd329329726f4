insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROUND', 1096, '2026-01-01', 'DELETE', 'Rounds and door sweeps with what was seen at each checkpoint: three years, so that a safety audit can read back to the one before it.'),
    ('CHECKPOINT', 1096, '2026-01-01', 'DELETE', 'A checkpoint that was retired, once no sheet names it any more.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('FINDING', 2557, '2026-01-01', 'DELETE', 'What was not as it must be, who fixed it and who verified it, with its photos: seven years after it was closed, so that two assessments five years apart can look back.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('HAPPENING', 1096, '2026-01-01', 'DELETE', 'That something happened, when and where, without a person: three years, so that one school year can be compared with the one before.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PATROL_PLAN', 400, '2026-01-01', 'DELETE', 'How a school was walked and what was seen: one school year and the summer after it.');
