insert into planning.plan_standard (state, code, part, words, source, to_confirm, valid_from) values
('AZ', 'AZ-EOP-TOGETHER', 'DEVELOPMENT', 'The plan is made together with local police and other emergency services.',
 'A.R.S. 15-341(A)(31), by the National Association of State Boards of Education, statepolicies.nasbe.org', true, '2000-01-01');
