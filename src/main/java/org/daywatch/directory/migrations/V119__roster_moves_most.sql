insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-MOVES-MOST', 'ROSTER_MOVES_MOST', 'ALL', 60000000, 'moves', '2000-01-01', 'Daywatch proposal, from measured gaps', true, 'No roster is searched for longer than this many moves, however many posts it has.');
