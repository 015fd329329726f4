insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('SPAN-LEAST', 'SPAN_OF_CONTROL_LEAST', 'ALL', 3, 'people', '2000-01-01', null, 'Incident command system, from memory', true,
 'Who leads fewer than so many could lead more.'),
('SPAN-MOST', 'SPAN_OF_CONTROL_MOST', 'ALL', 7, 'people', '2000-01-01', null, 'Incident command system, from memory', true,
 'Nobody leads more than so many; five is best.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('ALERT-BUDGET', 'ALERT_BUDGET', 'ALL', 6, 'points in 30 days', '2000-01-01', null, 'Daywatch proposal', true,
 'So many points of signals a school can take in 30 days before people stop listening.'),
('ALERT-WEIGHT-ACTUAL', 'ALERT_WEIGHT_ACTUAL', 'ALL', 1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A real alert for the whole school costs so many points.'),
('ALERT-WEIGHT-FALSE', 'ALERT_WEIGHT_FALSE', 'ALL', 2, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A false alarm for the whole school costs so many points.'),
('ALERT-WEIGHT-EXERCISE', 'ALERT_WEIGHT_EXERCISE', 'ALL', 1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A drill costs so many points.'),
('ALERT-WEIGHT-HELP', 'ALERT_WEIGHT_HELP', 'ALL', 0.1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A help call costs so many points: only the school’s leaders are shown it.'),
('ALERT-WEIGHT-TEST', 'ALERT_WEIGHT_TEST', 'ALL', 0, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A silent test costs so many points: nobody sees or hears it.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('REACH-STREAM', 'REACH_STREAM', 'ALL', 15, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Whom open screens have not reached after so long is sent a message by the next way.'),
('REACH-PUSH', 'REACH_PUSH', 'ALL', 10, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Without a receipt of a push message after so long the next way is tried.'),
('REACH-SMS', 'REACH_SMS', 'ALL', 45, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Without a receipt of a text message after so long the next way is tried.'),
('REACH-EMAIL', 'REACH_EMAIL', 'ALL', 120, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'So long an email may take before the person counts as not reached by any way.'),
('REACH-EXPIRY', 'REACH_EXPIRY', 'ALL', 900, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A message about an alert is news for so long and is not sent afterward.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATH-TEST-WEEKDAY', 'PATH_TEST_WEEKDAY', 'ALL', 2, 'weekday', '2000-01-01', null, 'Daywatch proposal', true, 'The silent weekly test runs on this day of the week: 1 is Monday.'),
('PATH-TEST-MINUTE', 'PATH_TEST_MINUTE', 'ALL', 620, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'It begins so many minutes after midnight by the school''s own clock.'),
('PATH-TEST-LENGTH', 'PATH_TEST_LENGTH', 'ALL', 10, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'Devices have so long to answer; then the test ends by itself.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DEVICE-KEY-LIFE', 'DEVICE_KEY_LIFE', 'ALL', 365, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'The key of a device counts for so many days and must then be registered anew.'),
('DEVICE-CLOCK', 'DEVICE_CLOCK', 'ALL', 86400, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'What a device signed is taken if its time differs from the server''s by no more than this.'),
('HOOK-CLOCK', 'HOOK_CLOCK', 'ALL', 300, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'What a hook sent is taken if its time differs from the server''s by no more than this.'),
('HOOK-OLD-SECRET', 'HOOK_OLD_SECRET', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'After a hook got a new secret the old one counts for so long.'),
('PRESS-ASK-AGE', 'PRESS_ASK_AGE', 'ALL', 10, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'A press kept on a phone for longer than this is asked about before it is sent.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('WEBHOOK-PATIENCE', 'WEBHOOK_PATIENCE', 'ALL', 10, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A receiver of webhooks must have answered within so long.'),
('WEBHOOK-FIRST-PAUSE', 'WEBHOOK_FIRST_PAUSE', 'ALL', 5, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'After the first failure a webhook message is tried again after so long; each further pause is twice as long.'),
('WEBHOOK-LONGEST-PAUSE', 'WEBHOOK_LONGEST_PAUSE', 'ALL', 900, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'No pause between two tries of a webhook message is longer, unless the receiver asks for it.'),
('WEBHOOK-JITTER', 'WEBHOOK_JITTER', 'ALL', 20, 'percent', '2000-01-01', null, 'Daywatch proposal', true, 'Each pause of a webhook message is longer by chance, at most by so much, so that many do not come at once.'),
('WEBHOOK-ATTEMPTS', 'WEBHOOK_ATTEMPTS', 'ALL', 12, 'times', '2000-01-01', null, 'Daywatch proposal', true, 'A webhook message is tried so often; then it waits for somebody who sends it again.'),
('WEBHOOK-OVERLAP', 'WEBHOOK_OVERLAP', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'After a new key for a webhook the old one signs beside it for so long.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('CAP-LASTS', 'CAP_LASTS', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'A notice of another agency that does not say when it ends is shown for so long.'),
('CAP-SKEW', 'CAP_SKEW', 'ALL', 300, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A signed notice of another agency is taken when its time is at most so far from ours.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('TIP-TOLD-AGAIN', 'TIP_TOLD_AGAIN', 'ALL', 30, 'minutes', '2000-01-01', null, 'Daywatch proposal', true,
 'Those who lead are told of tips about one school once; while nobody has decided, a further tip tells them again after so long.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('LINK-VISIT-PAUSE', 'LINK_VISIT_PAUSE', 'ALL', 30, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'A device that opens a link for responders again after so long opens it anew, and whoever owns the sealed plans is told.');
