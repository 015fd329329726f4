insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ASSESSMENT-EVERY', 'ASSESSMENT_EVERY', 'ALL', 5, 'years', '2000-01-01', 'Daywatch proposal, after the five years of Arizona''s program', true,
 'A campus is assessed again so many years after it was last, where no program of the school says otherwise.'),
('ASSESSMENT-REMIND', 'ASSESSMENT_REMIND', 'ALL', 90, 'days', '2000-01-01', 'Daywatch proposal', true,
 'So many days before the assessment of a campus is due, it stands on the first screen of those who see to it.');
