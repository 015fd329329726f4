-- Rows about students that one person takes along in files, by role; and from how many on a second person allows the file.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('STUDENT-ROWS-DAY', 'STUDENT_ROWS_A_DAY', 'ALL', 200, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'One person may take this many students in files in a day; more only when a second person allows the file.'),
('STUDENT-ROWS-WEEK', 'STUDENT_ROWS_A_WEEK', 'ALL', 400, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'One person may take this many students in files in seven days; more only when a second person allows the file.'),
('STUDENT-ROWS-DAY-DIRECTOR', 'STUDENT_ROWS_A_DAY', 'ROLE:SAFETY_DIRECTOR', 500, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'A safety director may take this many students in files in a day; more only when a second person allows the file.'),
('STUDENT-ROWS-WEEK-DIRECTOR', 'STUDENT_ROWS_A_WEEK', 'ROLE:SAFETY_DIRECTOR', 1000, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'A safety director may take this many students in files in seven days; more only when a second person allows the file.'),
('STUDENT-ROWS-SECOND', 'STUDENT_ROWS_SECOND', 'ALL', 100, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'A file with more students than this waits until a second person allows it.');
