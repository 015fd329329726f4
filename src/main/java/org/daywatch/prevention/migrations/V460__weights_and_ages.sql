-- From which weight on an item of an instrument is no light one, and by how many days open findings are told apart.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('GAP-HEAVY', 'GAP_HEAVY_FROM', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'An item of an instrument that weighs less than this weighs little.'),
('FINDING-AGE-1', 'FINDING_AGE_1', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is young up to so many days after it was found.'),
('FINDING-AGE-2', 'FINDING_AGE_2', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is no longer young, and not yet old, up to so many days after it was found.'),
('FINDING-AGE-3', 'FINDING_AGE_3', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is old up to so many days after it was found, and after that among the oldest.');
