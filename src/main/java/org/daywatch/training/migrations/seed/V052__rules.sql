insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('QUIZ-MINUTES', 'QUIZ_MINUTES', 'ALL', 40, 'minutes', '2000-01-01', null, 'Daywatch proposal', true,
 'A quiz closes by itself so many minutes after it was opened.'),
('QUIZ-FEWEST-PAIRS', 'SMALL_CELL_PAIRS', 'ALL', 10, 'students', '2000-01-01', null, 'Daywatch proposal, after the usual minimum cell of school statistics', true,
 'What a class answered is shown only where so many students stand behind the figure.'),
('QUIZ-PAIRS-APART', 'SMALL_CELL_APART', 'ALL', 3, 'students', '2000-01-01', null, 'Daywatch proposal', true,
 'Where one group of students lies within another, both are shown only if they are the same or so many students apart.'),
('QUIZ-DELAYED-FROM', 'DELAYED_TEST_FROM', 'ALL', 8, 'weeks', '2000-01-01', null, 'Usual in studies of teaching', true,
 'A class is asked again no earlier than so many weeks after its lesson.'),
('QUIZ-DELAYED-TO', 'DELAYED_TEST_TO', 'ALL', 12, 'weeks', '2000-01-01', null, 'Usual in studies of teaching', true,
 'A class is asked again no later than so many weeks after its lesson.');
