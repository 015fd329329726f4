-- When a phone's position is worth a second look. Each is our own proposal: a signal for people, never a refusal.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('POSITION-VAGUE', 'POSITION_VAGUE', 'ALL', 100, 'meters', '2023-01-01', null,
 'Daywatch proposal', true, 'A phone less sure of its position than this is marked for review.'),
('POSITION-STALE', 'POSITION_STALE', 'ALL', 120, 'seconds', '2023-01-01', null,
 'Daywatch proposal', true, 'A position read longer ago than this is marked for review.'),
('POSITION-TOO-EXACT', 'POSITION_TOO_EXACT', 'ALL', 2, 'meters', '2023-01-01', null,
 'Daywatch proposal', true, 'A phone that claims to know its place better than this is marked: made-up positions often do.'),
('TRAVEL-SPEED', 'TRAVEL_SPEED', 'ALL', 150, 'kilometers an hour', '2023-01-01', null,
 'Daywatch proposal', true, 'Faster than this from one punch to the next, as the crow flies, is marked.');
