-- From which risk on a finding is shown as grave or notable, and who counts as an officer of the school.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('FINDING-GRAVE', 'FINDING_GRAVE_FROM', 'ALL', 15, 'of 25', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is grave from this product of severity and likelihood on.'),
('FINDING-GRAVE-SEVERITY', 'FINDING_GRAVE_SEVERITY', 'ALL', 5, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is grave from this severity on, however likely it is.'),
('FINDING-NOTABLE', 'FINDING_NOTABLE_FROM', 'ALL', 8, 'of 25', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is notable from this product of severity and likelihood on.'),
('FINDING-OWNER-LATELY', 'FINDING_OWNER_LATELY', 'ALL', 60, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'An officer who worked at the school within so many days may own a finding there.');
