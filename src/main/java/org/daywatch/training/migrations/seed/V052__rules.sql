insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('QUIZ-MINUTES', 'QUIZ_MINUTES', 'ALL', 40, 'minutes', '2000-01-01', null, 'Daywatch proposal', true,
 'A quiz closes automatically this many minutes after it was opened.'),
('QUIZ-FEWEST-PAIRS', 'SMALL_CELL_PAIRS', 'ALL', 10, 'students', '2000-01-01', null, 'Daywatch proposal, after the usual minimum cell of school statistics', true,
 'Class results are shown only if at least this many students are included.'),
('QUIZ-PAIRS-APART', 'SMALL_CELL_APART', 'ALL', 3, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'If one group of students is part of another, both are shown only if they are the same or differ by at least this many students.'),
('QUIZ-DELAYED-FROM', 'DELAYED_TEST_FROM', 'ALL', 8, 'weeks', '2000-01-01', null, 'Usual in studies of teaching', true,
 'The last quiz of a class is held no earlier than this many weeks after the lesson.'),
('QUIZ-DELAYED-TO', 'DELAYED_TEST_TO', 'ALL', 12, 'weeks', '2000-01-01', null, 'Usual in studies of teaching', true,
 'The last quiz of a class is held no later than this many weeks after the lesson.');
