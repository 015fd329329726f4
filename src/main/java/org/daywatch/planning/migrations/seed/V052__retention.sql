insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DRILL', 1826, '2026-01-01', 'DELETE', 'The record of a drill with its observers and ratings. Texas requires the fire exit drill form for three years. Kept five years so that two program reviews can look back.'),
    ('DRILL_OPT_OUT', 30, '2026-01-01', 'DELETE', 'Which students opted out of a drill. Not needed 30 days after the drill.'),
    ('DRILL_DOSE', 400, '2026-01-01', 'DELETE', 'Which classes met during an attack drill. Kept one school year and the following summer.'),
    ('IMPROVEMENT', 1826, '2026-01-01', 'DELETE', 'What had to be improved and who verified it. Kept five years after it closed.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OPERATIONS_PLAN', null, '2026-01-01', 'KEEP', 'Every edition of an operations plan is kept, because an investigation may ask what the plan said on a given day.'),
    ('OPERATIONS_PLAN_OPENING', null, '2026-01-01', 'KEEP', 'Who viewed a confidential operations plan. Kept as long as the plan could be misused.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('INDIVIDUAL_PLAN', 30, '2026-01-01', 'DELETE', 'An individual plan that was replaced or withdrawn, or whose student left the school. It is no longer needed.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('SAFETY_MEETING', 1826, '2026-01-01', 'DELETE', 'Minutes and members of safety teams. Kept five years so that two program reviews can look back.'),
    ('AGREEMENT', 1826, '2026-01-01', 'DELETE', 'Agreements with districts, their texts and signatures. Kept five years after their term.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DRILL_PULSE', 1826, '2026-01-01', 'DELETE', 'How people felt after a drill, in numbers without names. Kept as long as the drill record.'),
    ('DRILL_PULSE_SAID', 30, '2026-01-01', 'DELETE', 'Which adults answered after a drill. Needed only while the question is open.');
