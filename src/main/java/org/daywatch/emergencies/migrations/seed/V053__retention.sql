insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROLL_CALL', 400, '2026-01-01', 'DELETE', 'Who was where in an alert: one school year and the summer after it; the numbers stay.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('REUNIFICATION', 1095, '2026-01-01', 'DELETE', 'To whom a student was given in an emergency: three years, so that it can be explained and contested.');

-- How long this room keeps what. Nothing below has a source that names a period for it: all to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ALERT',             1826, '2026-01-01', 'DELETE', 'What a school was told, who pressed and who ended it, with the links that were given out: five years, so that it can be explained and contested.'),
    ('INCIDENT',          1826, '2026-01-01', 'DELETE', 'The timeline of an incident with photos, claims, events of students and what was learned: as long as the alert it is about.'),
    ('REACH',             1095, '2026-01-01', 'DELETE', 'Whom an alert reached, how, and what they answered: three years, because the times in the after-action report are measured from it.'),
    ('PATH_TEST',         400,  '2026-01-01', 'DELETE', 'The weekly test of the way to devices: one school year and the summer after it.'),
    ('LANE_MESSAGE',      1,    '2026-01-01', 'DELETE', 'What the nodes tell each other of alerts; after a day everybody has heard it.'),
    ('PUSH_SUBSCRIPTION', null, '2026-01-01', 'KEEP',   'A browser that may be woken: until the person takes it back or its service says that it is gone.'),
    ('DEVICE_PLACE',      null, '2026-01-01', 'KEEP',   'Where a screen stands: until somebody names another place for it or takes it off the map.');

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DEVICE_KEY',   400, '2026-01-01', 'DELETE', 'A device that pressed by a key of its own: one school year and the summer after the key ended; the presses name who pressed.'),
    ('HOOK_MESSAGE', 90,  '2026-01-01', 'DELETE', 'What came in from buttons of others: long enough to find out why one did not work.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('WEBHOOK_DELIVERY', 400, '2026-01-01', 'DELETE', 'What was told to which address: one school year and the summer after it; the incident itself stays.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('CAP_NOTICE', 400, '2026-01-01', 'DELETE', 'What other agencies told the schools: one school year and the summer after it.');

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PRESS_HOOK',  400,  '2026-01-01', 'DELETE', 'A way in for buttons of others that was closed, with its buttons: one school year and the summer after it; the presses name what was pressed.'),
    ('DURESS_WORD', null, '2026-01-01', 'KEEP',   'The word of a school for being forced, as a hash: until another word takes its place.');

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('REFUSED_ATTEMPT', 90, '2026-01-01', 'DELETE', 'A press that was refused: long enough to find out who tried.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('TIP', 1095, '2026-01-01', 'DELETE', 'Tips and what was decided about them: three years, as long as somebody may ask why nothing or something was done.');
