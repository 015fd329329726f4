insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OWN_LESSON', 2557, '2026-01-01', 'DELETE', 'Your own lesson, seven years after it was retired. By then no records of teaching it are kept.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('LESSON_SESSION', 1826, '2026-01-01', 'DELETE', 'Lessons taught to each class, with head counts and points taught: five years, so that two program reviews can look back.'),
    ('CLASS_GROUP', 1826, '2026-01-01', 'DELETE', 'The name of a class or audience, once none of its lessons are kept.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('COURSE_COMPLETION', 1826, '2026-01-01', 'DELETE', 'Which staff completed which course: five years, so that two program reviews can look back.'),
    ('COURSE_LINK', 1826, '2026-01-01', 'DELETE', 'Family course codes that have ended, with how often they were used.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('QUIZ_ANSWER', 30, '2026-01-01', 'DELETE', 'Phone answers and the key of their slip codes: thirty days after the last possible quiz of the lesson. The class figures are kept without them.'),
    ('CLASS_CODE', 1, '2026-01-01', 'DELETE', 'A class code left over after its quiz closed: one day.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OWN_COURSE', 2557, '2026-01-01', 'DELETE', 'Your own course, seven years after it was retired. By then no completion records are kept.');
