-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PRESS_HOOK',  400,  '2026-01-01', 'DELETE', 'A way in for buttons of others that was closed, with its buttons: one school year and the summer after it; the presses name what was pressed.'),
    ('DURESS_WORD', null, '2026-01-01', 'KEEP',   'The word of a school for being forced, as a hash: until another word takes its place.');
