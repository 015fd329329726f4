insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PROGRAM-PAPER-SOON', 'PROGRAM_PAPER_SOON', 'ALL', 60, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'A certificate required by a program is marked “expires soon” this many days before its last day.'),
('LRE-CLASS-HOUR', 'LRE_CLASS_HOUR', 'ALL', 50, 'minutes', '2000-01-01', null, 'Daywatch proposal; whether a class of fifty minutes is an hour is not found in the sources', true,
 'A class period has this many minutes where hours are given as class periods. The figures count minutes.');
