-- What Arizona's program asks its officers to have learned: by when a new one, and what proposals have had to plan since 2025.
insert into directory.program_requirement (code, program, kind, subject, counts, counting, evidence, owed_by, detail, rule) values
('AZ-SSP-PROPOSAL-YEARS', 'AZ-SSP', 'REPORT', 'REPORT:PROPOSAL:YEARS', 'REPORT:PROPOSAL:YEARS', 'EVERY_YEARS', 'REPORT_FILED', 'DISTRICT', '', 'AZ-SSP-PROPOSAL-YEARS'),
('AZ-SSP-NEW-OFFICER-WITHIN', 'AZ-SSP', 'GATE', 'GATE:NEW_OFFICER_TRAINING_WITHIN', 'GATE:NEW_OFFICER_TRAINING_WITHIN', 'ONCE', 'CREDENTIAL', 'OFFICER', '', 'AZ-SSP-NEW-OFFICER-WITHIN'),
('AZ-SSP-FERPA', 'AZ-SSP', 'GATE', 'GATE:FERPA_TRAINING', 'GATE:FERPA_TRAINING', 'ONCE', 'CREDENTIAL', 'OFFICER', '', 'AZ-SSP-FERPA'),
('AZ-SSP-CIVIL-RIGHTS', 'AZ-SSP', 'GATE', 'GATE:CIVIL_RIGHTS_TRAINING', 'GATE:CIVIL_RIGHTS_TRAINING', 'ONCE', 'CREDENTIAL', 'OFFICER', '', 'AZ-SSP-CIVIL-RIGHTS'),
('AZ-SSP-MENTAL-HEALTH', 'AZ-SSP', 'GATE', 'GATE:MENTAL_HEALTH_TRAINING', 'GATE:MENTAL_HEALTH_TRAINING', 'ONCE', 'CREDENTIAL', 'OFFICER', '', 'AZ-SSP-MENTAL-HEALTH');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AZ-SSP-PROPOSAL-YEARS', 'AZ-SSP-PROPOSAL-YEARS', 'STATE:AZ', 3, 'years', '2000-01-01', null, 'Arizona Senate fact sheet S.1469',
 false, 'A proposal is for at most 3 years; then a new one is filed.'),
('AZ-SSP-NEW-OFFICER-WITHIN', 'AZ-SSP-NEW-OFFICER-WITHIN', 'STATE:AZ', 12, 'months', '2000-01-01', null,
 'Requirements quiz used in School Safety Program administrator training; the first year is read as 12 months from the first day in schools',
 true, 'New officer training is taken within 12 months of the first day in schools.'),
('AZ-SSP-FERPA', 'AZ-SSP-FERPA', 'STATE:AZ', 1, 'required', '2025-05-06', null,
 'Arizona HB 2074, chapter 129, signed 6 May 2025; the day from which it binds, and whether each officer or only the plan is asked, is to be confirmed',
 true, 'Each officer is trained on students’ records (FERPA), as the proposal plans.'),
('AZ-SSP-CIVIL-RIGHTS', 'AZ-SSP-CIVIL-RIGHTS', 'STATE:AZ', 1, 'required', '2025-05-06', null,
 'Arizona HB 2074, chapter 129, signed 6 May 2025; the day from which it binds, and whether each officer or only the plan is asked, is to be confirmed',
 true, 'Each officer is trained on civil rights, as the proposal plans.'),
('AZ-SSP-MENTAL-HEALTH', 'AZ-SSP-MENTAL-HEALTH', 'STATE:AZ', 1, 'required', '2025-05-06', null,
 'Arizona HB 2074, chapter 129, signed 6 May 2025; the day from which it binds, and whether each officer or only the plan is asked, is to be confirmed',
 true, 'Each officer is trained on adolescent mental health, as the proposal plans.');
