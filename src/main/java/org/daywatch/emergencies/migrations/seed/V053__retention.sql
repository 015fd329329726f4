insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROLL_CALL', 400, '2026-01-01', 'DELETE', 'Where each person was in an alert. Kept one school year and the following summer; the numbers are kept.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('REUNIFICATION', 1095, '2026-01-01', 'DELETE', 'Who a student was released to in an emergency. Kept three years so that it can be explained and contested.');

-- How long this room keeps what. Nothing below has a source that names a period for it: all to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ALERT',             1826, '2026-01-01', 'DELETE', 'What a school was told, who raised and ended the alert, and the responder links. Kept five years so that actions can be explained and contested.'),
    ('INCIDENT',          1826, '2026-01-01', 'DELETE', 'The timeline of an incident with photos, caller claims, student events and lessons learned. Kept as long as its alert.'),
    ('REACH',             1095, '2026-01-01', 'DELETE', 'Who received an alert, by which channel, and what they answered. Kept three years because the after-action report measures its times from it.'),
    ('PATH_TEST',         400,  '2026-01-01', 'DELETE', 'Results of the weekly device test. Kept one school year and the following summer.'),
    ('LANE_MESSAGE',      1,    '2026-01-01', 'DELETE', 'Messages about alerts between nodes. After one day every node has them.'),
    ('PUSH_SUBSCRIPTION', null, '2026-01-01', 'KEEP',   'A browser that gets push notifications. Kept until the person turns them off or the push service reports the browser as gone.'),
    ('DEVICE_PLACE',      null, '2026-01-01', 'KEEP',   'Where a screen is. Kept until its location is changed or removed from the map.');

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DEVICE_KEY',   400, '2026-01-01', 'DELETE', 'A device that raised alerts with its own key. Kept one school year and the following summer after the key ended. The alerts show who raised them.'),
    ('HOOK_MESSAGE', 90,  '2026-01-01', 'DELETE', 'Messages received from device connections. Kept long enough to find out why a button did not work.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('WEBHOOK_DELIVERY', 400, '2026-01-01', 'DELETE', 'Messages sent to each address. Kept one school year and the following summer; the incident itself is kept.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('CAP_NOTICE', 400, '2026-01-01', 'DELETE', 'Notices from other agencies to schools. Kept one school year and the following summer.');

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PRESS_HOOK',  400,  '2026-01-01', 'DELETE', 'A closed device connection with its buttons. Kept one school year and the following summer. The alerts show what was pressed.'),
    ('DURESS_WORD', null, '2026-01-01', 'KEEP',   'A school’s duress code, stored as a hash. Kept until it is replaced.');

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('REFUSED_ATTEMPT', 90, '2026-01-01', 'DELETE', 'An alert that was rejected. Kept long enough to find out who tried to raise it.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('TIP', 1095, '2026-01-01', 'DELETE', 'Tips and the decisions about them. Kept three years so that actions taken or not taken can be explained.');
