insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OWN_LESSON', 2557, '2026-01-01', 'DELETE', 'A lesson of one''s own, seven years after it was retired: by then no record of teaching it is kept.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('LESSON_SESSION', 1826, '2026-01-01', 'DELETE', 'Which lesson was taught to which class, with head counts and fidelity: five years, so that two program reviews can look back.'),
    ('CLASS_GROUP', 1826, '2026-01-01', 'DELETE', 'The label of a class or audience, once no lesson of it is kept.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('COURSE_COMPLETION', 1826, '2026-01-01', 'DELETE', 'Who of the staff completed which course: five years, so that two program reviews can look back.'),
    ('COURSE_LINK', 1826, '2026-01-01', 'DELETE', 'Codes of courses for families that have ended, with how often they were used.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('QUIZ_ANSWER', 30, '2026-01-01', 'DELETE', 'What phones answered and the key of their pairing codes: thirty days after the last test of the lesson could have been held. The figures of the class are kept without them.'),
    ('CLASS_CODE', 1, '2026-01-01', 'DELETE', 'A class code that was not taken back when its quiz closed: one day.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OWN_COURSE', 2557, '2026-01-01', 'DELETE', 'A course of one''s own, seven years after it was retired: by then no record of its completion is kept.');
