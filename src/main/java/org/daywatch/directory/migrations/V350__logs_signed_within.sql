-- Within what time both sign a weekly log. The program's papers that were read do not say it, so it is to be confirmed.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AZ-SSP-LOG-WITHIN', 'AZ-SSP-LOG-WITHIN', 'STATE:AZ', 6, 'days', '2000-01-01', null, 'Not found by when both sign; Daywatch takes the Sunday of the week', true,
 'Both sign a weekly log within 6 days of its Monday; signed later it is late.');

insert into directory.program_requirement (code, program, kind, subject, counts, counting, evidence, owed_by, detail, rule) values
('AZ-SSP-LOG-WITHIN', 'AZ-SSP', 'CLOCK', 'LOG:WEEK:SIGNED', 'LOG:WEEK:SIGNED', 'DAYS_AFTER', 'SIGNED_LOG', 'OFFICER', '', 'AZ-SSP-LOG-WITHIN');
