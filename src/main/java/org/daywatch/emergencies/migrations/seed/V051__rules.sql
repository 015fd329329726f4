insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('SPAN-LEAST', 'SPAN_OF_CONTROL_LEAST', 'ALL', 3, 'people', '2000-01-01', null, 'Incident command system, from memory', true,
 'One person should lead at least this many people.'),
('SPAN-MOST', 'SPAN_OF_CONTROL_MOST', 'ALL', 7, 'people', '2000-01-01', null, 'Incident command system, from memory', true,
 'One person should lead at most this many people; five is best.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('ALERT-BUDGET', 'ALERT_BUDGET', 'ALL', 6, 'points in 30 days', '2000-01-01', null, 'Daywatch proposal', true,
 'The most alert points a school can take in 30 days before people stop paying attention.'),
('ALERT-WEIGHT-ACTUAL', 'ALERT_WEIGHT_ACTUAL', 'ALL', 1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'Points for a real alert to the whole school.'),
('ALERT-WEIGHT-FALSE', 'ALERT_WEIGHT_FALSE', 'ALL', 2, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'Points for a false alarm to the whole school.'),
('ALERT-WEIGHT-EXERCISE', 'ALERT_WEIGHT_EXERCISE', 'ALL', 1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'Points for a drill.'),
('ALERT-WEIGHT-HELP', 'ALERT_WEIGHT_HELP', 'ALL', 0.1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'Points for a help call, which only school leaders see.'),
('ALERT-WEIGHT-TEST', 'ALERT_WEIGHT_TEST', 'ALL', 0, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'Points for a silent test, which no one sees or hears.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('REACH-STREAM', 'REACH_STREAM', 'ALL', 15, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'If an alert has not reached a person on an open screen after this time, it is sent by the next channel.'),
('REACH-PUSH', 'REACH_PUSH', 'ALL', 10, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'If a push message has no receipt after this time, the next channel is tried.'),
('REACH-SMS', 'REACH_SMS', 'ALL', 45, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'If a text message has no receipt after this time, the next channel is tried.'),
('REACH-EMAIL', 'REACH_EMAIL', 'ALL', 120, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'If an email has no receipt after this time, the person counts as not reached.'),
('REACH-EXPIRY', 'REACH_EXPIRY', 'ALL', 900, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A message about an alert is current for this long and is not sent afterward.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATH-TEST-WEEKDAY', 'PATH_TEST_WEEKDAY', 'ALL', 2, 'weekday', '2000-01-01', null, 'Daywatch proposal', true, 'Day of the week for the silent weekly test: 1 is Monday.'),
('PATH-TEST-MINUTE', 'PATH_TEST_MINUTE', 'ALL', 620, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'Start of the weekly test in minutes after midnight, local school time.'),
('PATH-TEST-LENGTH', 'PATH_TEST_LENGTH', 'ALL', 10, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'Time devices have to answer before the test ends.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DEVICE-KEY-LIFE', 'DEVICE_KEY_LIFE', 'ALL', 365, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A device key is valid for this many days; then the device must be registered again.'),
('DEVICE-CLOCK', 'DEVICE_CLOCK', 'ALL', 86400, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A signed device message is accepted if its time differs from the server’s by no more than this.'),
('HOOK-CLOCK', 'HOOK_CLOCK', 'ALL', 300, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A message from a device connection is accepted if its time differs from the server’s by no more than this.'),
('HOOK-OLD-SECRET', 'HOOK_OLD_SECRET', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'How long the old secret of a device connection stays valid after a new one is made.'),
('PRESS-ASK-AGE', 'PRESS_ASK_AGE', 'ALL', 10, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'If an unsent alert has been on a phone longer than this, the person is asked before it is sent.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('WEBHOOK-PATIENCE', 'WEBHOOK_PATIENCE', 'ALL', 10, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A webhook receiver must answer within this time.'),
('WEBHOOK-FIRST-PAUSE', 'WEBHOOK_FIRST_PAUSE', 'ALL', 5, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Wait before the first retry of a webhook message; each later wait is twice as long.'),
('WEBHOOK-LONGEST-PAUSE', 'WEBHOOK_LONGEST_PAUSE', 'ALL', 900, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Longest wait between two tries of a webhook message, unless the receiver asks for more.'),
('WEBHOOK-JITTER', 'WEBHOOK_JITTER', 'ALL', 20, 'percent', '2000-01-01', null, 'Daywatch proposal', true, 'Longest random time added to each wait, so that messages do not all arrive at once.'),
('WEBHOOK-ATTEMPTS', 'WEBHOOK_ATTEMPTS', 'ALL', 12, 'times', '2000-01-01', null, 'Daywatch proposal', true, 'Number of tries for a webhook message; after that it must be sent again by hand.'),
('WEBHOOK-OVERLAP', 'WEBHOOK_OVERLAP', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'How long the old webhook key keeps signing after a new key is made.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('CAP-LASTS', 'CAP_LASTS', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'How long a notice from another agency is shown if it does not give an end time.'),
('CAP-SKEW', 'CAP_SKEW', 'ALL', 300, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A signed notice from another agency is accepted if its time differs from ours by no more than this.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('TIP-TOLD-AGAIN', 'TIP_TOLD_AGAIN', 'ALL', 30, 'minutes', '2000-01-01', null, 'Daywatch proposal', true,
 'The people in charge are notified once of tips about a school. While no decision is made, a new tip notifies them again after this time.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('LINK-VISIT-PAUSE', 'LINK_VISIT_PAUSE', 'ALL', 30, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'If a device opens a responder link again after this time, it counts as a new opening and the owner of the sealed site plans is notified.');
