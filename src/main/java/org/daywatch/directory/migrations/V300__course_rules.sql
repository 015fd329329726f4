-- Until when staff complete a course, and how early it is said that a certificate ends.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('COURSE-DUE', 'COURSE_DUE', 'ALL', 60, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'Staff complete the courses for staff within so many days after the first school day, or after they came.'),
('TRAINING-SOON', 'TRAINING_SOON', 'ALL', 60, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'So many days before an officer’s certificate ends, the officer’s page says that it ends soon.');
