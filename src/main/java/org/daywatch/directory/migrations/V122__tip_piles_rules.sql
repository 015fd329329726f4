insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('TIP-ALIKE', 'TIP_ALIKE', 'ALL', 70, 'percent', '2000-01-01', null, 'Daywatch proposal', true, 'Two tips are much alike when this share of all their different words stands in both.'),
('TIP-PILE-LEAST', 'TIP_PILE_LEAST', 'ALL', 10, 'tips', '2000-01-01', null, 'Daywatch proposal', true, 'So many tips about a school, much alike within an hour, stand in one line of the queue.'),
('TIP-NOTICE-AROUND', 'TIP_NOTICE_AROUND', 'ALL', 60, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'So long before the first bell and after the last somebody at a school is told that a tip waits.'),
('TIP-NOTICE-FROM', 'TIP_NOTICE_FROM', 'ALL', 480, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'From so many minutes after midnight on people at a school without bells are told on weekdays that a tip waits: 480 is 8:00 AM.'),
('TIP-NOTICE-UNTIL', 'TIP_NOTICE_UNTIL', 'ALL', 960, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'Until so many minutes after midnight people at a school without bells are told on weekdays that a tip waits: 960 is 4:00 PM.'),
('TIP-NOTICE-AHEAD', 'TIP_NOTICE_AHEAD', 'ALL', 4, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'So many days ahead a school day is looked for before weekdays count.');
