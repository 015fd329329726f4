-- For how long around the day of school an officer is asked for, where an agreement says so. Texas asks for regular school hours alone.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('FL-SCHOOLS-MARGIN', 'FL-SCHOOLS-MARGIN', 'STATE:FL', 15, 'minutes', '2000-01-01', null, 'Agreements of a Florida city with its school board, 2019 and 2021', false,
 'The officer is on campus from 15 minutes before the day of school until 15 minutes after it.');

insert into directory.program_requirement (code, program, kind, subject, counts, counting, evidence, owed_by, detail, rule) values
('FL-SCHOOLS-MARGIN', 'FL-SCHOOLS', 'GATE', 'OFFICER:CAMPUS:MARGIN', 'OFFICER:CAMPUS:MARGIN', 'ONCE', 'CLOCK_RECORD', 'SCHOOL', '', 'FL-SCHOOLS-MARGIN');
