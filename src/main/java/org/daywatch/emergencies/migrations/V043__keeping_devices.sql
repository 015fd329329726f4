-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DEVICE_KEY',   400, '2026-01-01', 'DELETE', 'A device that pressed by a key of its own: one school year and the summer after the key ended; the presses name who pressed.'),
    ('HOOK_MESSAGE', 90,  '2026-01-01', 'DELETE', 'What came in from buttons of others: long enough to find out why one did not work.');
