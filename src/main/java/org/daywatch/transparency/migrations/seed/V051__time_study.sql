insert into transparency.time_study (id, name, year, valid_from, source, to_confirm) values
    ('CPSV', 'Survey of school resource officers, Center for the Prevention of School Violence', null, '2026-01-01', 'ncpublicschools.org/cfss/law-enforcement/sro-role/', true),
    ('NIJ', 'National assessment of school resource officer programs, National Institute of Justice', 2005, '2026-01-01', 'drugwarfacts.org/node/2443, quoting the assessment', true);
