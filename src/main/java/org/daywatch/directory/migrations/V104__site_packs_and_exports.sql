-- Keys, radio and broken doors of a school are read by officers who are about to stand there.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('SITE-PACK-AHEAD', 'SITE_PACK_AHEAD', 'ALL', 168, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'An officer may read a school’s site pack from this long before a shift there until the shift ends.'),
-- Whoever wants to take everything along takes it list by list.
('EXPORTS-A-DAY', 'EXPORTS_A_DAY', 'ALL', 100, 'files', '2000-01-01', null, 'Daywatch proposal', true,
 'One person may take this many lists as files on a day; more only when someone else allows it.');
