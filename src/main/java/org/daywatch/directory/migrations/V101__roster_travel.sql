-- Travel by distance where the middle of a home's ZIP code and the school's place are known; the coarse classes stay for the rest.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-TRAVEL-KM', 'ROSTER_TRAVEL_KM', 'ALL', 6, 'points per kilometer', '2000-01-01', 'Daywatch proposal', true,
 'Each kilometer from the middle of the officer''s ZIP code to the school, as the crow flies.');
