-- When a post that nobody took goes on to the next department by itself. Dated data like every other rule.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PARTNERS-AFTER', 'PARTNERS_AFTER', 'ALL', 72, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'A post still open this many hours after it was opened is offered to the next department, and after the same time again to the one after it.'),
('PARTNERS-BEFORE', 'PARTNERS_BEFORE', 'ALL', 48, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'An open post is offered to all departments this many hours before it begins.');
