insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DRILL', 1826, '2026-01-01', 'DELETE', 'The record of a drill with its observers and ratings. Texas keeps the form of a fire exit drill three years; five so that two program reviews can look back.'),
    ('DRILL_OPT_OUT', 30, '2026-01-01', 'DELETE', 'Which students did something else during a drill: thirty days after its day nobody needs it.'),
    ('DRILL_DOSE', 400, '2026-01-01', 'DELETE', 'Which classes met during a drill about an attack: one school year and the summer after it.'),
    ('IMPROVEMENT', 1826, '2026-01-01', 'DELETE', 'What was to be done better and who verified it, five years after it was closed.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OPERATIONS_PLAN', null, '2026-01-01', 'KEEP', 'Every edition of an operations plan is kept: an inquiry asks what the plan said on that day.'),
    ('OPERATIONS_PLAN_OPENING', null, '2026-01-01', 'KEEP', 'Who looked at a confidential operations plan; kept as long as the plan could still be misused.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('INDIVIDUAL_PLAN', 30, '2026-01-01', 'DELETE', 'An individual plan that has been replaced or taken back, or whose student has left the school, is of no use to anybody.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('SAFETY_MEETING', 1826, '2026-01-01', 'DELETE', 'Minutes of safety teams and who sat on them, five years, so that two program reviews can look back.'),
    ('AGREEMENT', 1826, '2026-01-01', 'DELETE', 'Agreements with districts, their texts and signatures, five years after their term.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DRILL_PULSE', 1826, '2026-01-01', 'DELETE', 'How many people felt how after a drill, in numbers without a name: as long as the record of the drill.'),
    ('DRILL_PULSE_SAID', 30, '2026-01-01', 'DELETE', 'Which adult has answered after a drill: needed only while the question is open.');
