-- From memory, all of it: a district's counsel confirms each before it is relied on.
insert into restorative.gate_act (code, scope, topic, duty, place, valid_from, valid_to, source, to_confirm) values
('SERIOUS_INJURY', 'ALL', 'HURT', 'POLICE', 10, '2000-01-01', null, 'Daywatch proposal', true),
('SERIOUS_INJURY', 'STATE:AZ', 'HURT', 'POLICE', 10, '2000-01-01', null, 'A.R.S. 15-341(A)(30), 13-706', true),
('FIGHT', 'ALL', 'HURT', 'SCHOOL', 20, '2000-01-01', null, 'Daywatch proposal', true),
('STAFF_HIT', 'ALL', 'HURT', 'SCHOOL', 30, '2000-01-01', null, 'Daywatch proposal', true),
('ABUSE', 'ALL', 'HURT', 'ABUSE', 40, '2000-01-01', null, '42 U.S.C. 5106a(b)(2)(B)(i)', true),
('ABUSE', 'STATE:AZ', 'HURT', 'ABUSE', 40, '2000-01-01', null, 'A.R.S. 13-3620', true),
('HAZING', 'ALL', 'HURT', 'SCHOOL', 50, '2000-01-01', null, 'Daywatch proposal', true),
('HAZING', 'STATE:AZ', 'HURT', 'POLICE', 50, '2022-09-24', null, 'A.R.S. 13-1215, 15-2301', true),
('FIREARM', 'ALL', 'WEAPON', 'POLICE', 10, '2015-12-10', null, '20 U.S.C. 7961(h)', true),
('FIREARM', 'STATE:AZ', 'WEAPON', 'POLICE', 10, '2000-01-01', null, 'A.R.S. 15-515, 13-3102(A)(12)', true),
('OTHER_WEAPON', 'ALL', 'WEAPON', 'POLICE', 20, '2000-01-01', null, 'Daywatch proposal', true),
('OTHER_WEAPON', 'STATE:AZ', 'WEAPON', 'POLICE', 20, '2000-01-01', null, 'A.R.S. 15-341(A)(30), 13-706', true),
('TOOL', 'ALL', 'WEAPON', 'SCHOOL', 30, '2000-01-01', null, 'Daywatch proposal', true),
('TOY_WEAPON', 'ALL', 'WEAPON', 'SCHOOL', 40, '2000-01-01', null, 'Daywatch proposal', true),
('THREAT_TO_KILL', 'ALL', 'THREAT', 'POLICE', 10, '2000-01-01', null, 'Daywatch proposal', true),
('THREAT_TO_KILL', 'STATE:AZ', 'THREAT', 'POLICE', 10, '2000-01-01', null, 'A.R.S. 15-341(A)(30)', true),
('FALSE_ALARM', 'ALL', 'THREAT', 'POLICE', 20, '2000-01-01', null, 'Daywatch proposal', true),
('BULLYING', 'ALL', 'THREAT', 'SCHOOL', 30, '2000-01-01', null, 'Daywatch proposal', true),
('SEXUAL_ASSAULT', 'ALL', 'SEXUAL', 'POLICE', 10, '2000-01-01', null, 'Daywatch proposal', true),
('SEXUAL_ASSAULT', 'STATE:AZ', 'SEXUAL', 'POLICE', 10, '2000-01-01', null, 'A.R.S. 15-341(A)(30), 13-706', true),
('SEXUAL_PICTURES', 'ALL', 'SEXUAL', 'POLICE', 20, '2000-01-01', null, '18 U.S.C. 2252A', true),
('SEXUAL_REMARKS', 'ALL', 'SEXUAL', 'SCHOOL', 30, '2000-01-01', null, '34 CFR part 106', true),
('DRUGS_SOLD', 'ALL', 'SUBSTANCE', 'POLICE', 10, '2000-01-01', null, 'Daywatch proposal', true),
('DRUGS_SOLD', 'STATE:AZ', 'SUBSTANCE', 'POLICE', 10, '2000-01-01', null, 'A.R.S. 13-3411', true),
('DRUGS_HELD', 'ALL', 'SUBSTANCE', 'SCHOOL', 20, '2000-01-01', null, 'Daywatch proposal', true),
('DRUGS_HELD', 'STATE:AZ', 'SUBSTANCE', 'POLICE', 20, '2000-01-01', null, 'A.R.S. 13-3411', true),
('VAPE_ALCOHOL', 'ALL', 'SUBSTANCE', 'SCHOOL', 30, '2000-01-01', null, 'Daywatch proposal', true),
('ROBBERY', 'ALL', 'PROPERTY', 'POLICE', 10, '2000-01-01', null, 'Daywatch proposal', true),
('ARSON', 'ALL', 'PROPERTY', 'POLICE', 20, '2000-01-01', null, 'Daywatch proposal', true),
('THEFT', 'ALL', 'PROPERTY', 'SCHOOL', 30, '2000-01-01', null, 'Daywatch proposal', true),
('DAMAGE', 'ALL', 'PROPERTY', 'SCHOOL', 40, '2000-01-01', null, 'Daywatch proposal', true),
('LANGUAGE', 'ALL', 'RULES', 'SCHOOL', 10, '2000-01-01', null, 'Daywatch proposal', true),
('DEFIANCE', 'ALL', 'RULES', 'SCHOOL', 20, '2000-01-01', null, 'Daywatch proposal', true),
('ABSENCE', 'ALL', 'RULES', 'SCHOOL', 30, '2000-01-01', null, 'Daywatch proposal', true);

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
    ('GATE_ANSWER', 1096, '2026-01-01', 'DELETE', 'What the gate answered: three years after its day. Its key goes with it.', true);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('GATE-WORDS', 'GATE_WORDS', 'ALL', 8, 'words', '2000-01-01', null, 'Daywatch proposal', true, 'Whoever chooses another path between school and police gives a reason of at least this many words.');
