insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AZ-CUSTODY-SAFE', 'CUSTODY_ASK_OFFICER', 'STATE:AZ', 0.5, 'hours', '2026-07-01', null, 'A.R.S. 8-303; the half hour is a Daywatch proposal', true,
 'A student was taken into police custody on school property. Before telling the parent or guardian, a school employee asks the officer whether it would endanger the student or the investigation.'),
('AZ-CUSTODY-PARENT', 'CUSTODY_PARENT_NOTICE', 'STATE:AZ', 1, 'hours', '2026-07-01', null, 'A.R.S. 8-303; the hour is a Daywatch proposal', true,
 'Once the officer says it is safe, a school employee tells a parent or guardian that the student was taken into police custody.'),
('AZ-CUSTODY-WARD', 'CUSTODY_STATE_NOTICE', 'STATE:AZ', 1, 'hours', '2026-07-01', null, 'A.R.S. 8-303; the hour is a Daywatch proposal', true,
 'For a ward of the state, the Department of Child Safety is notified instead of the parent or guardian.'),
('AZ-RESTRAINT-DAY', 'RESTRAINT_SAME_DAY_NOTICE', 'STATE:AZ', 0, 'days', '2015-07-03', null, 'A.R.S. 15-105; first day from memory', true,
 'A parent or guardian is notified of a restraint or seclusion on the same day.'),
('AZ-RESTRAINT-24H', 'RESTRAINT_LATEST_NOTICE', 'STATE:AZ', 24, 'hours', '2015-07-03', null, 'A.R.S. 15-105; first day from memory', true,
 'If same-day notice is not possible, a parent or guardian is notified of a restraint or seclusion within 24 hours.'),
('AZ-RESTRAINT-REPORT', 'RESTRAINT_WRITTEN_REPORT', 'STATE:AZ', 24, 'hours', '2015-07-03', null,
 'A.R.S. 15-105; that the written report is due within 24 hours and not only within a reasonable time is to be asked of counsel', true,
 'A written report lists the people, place, time, duration and causes of a restraint or seclusion.');
