insert into planning.plan_standard (state, code, part, words, source, to_confirm, valid_from) values
('AZ', 'AZ-EOP-SCHOOL', 'PLAN', 'The school has an emergency operations plan of its own that meets the state''s minimum requirements.',
 'A.R.S. 15-341(A)(31), by the Arizona Department of Education, azed.gov/wellness/sep', false, '2000-01-01'),
('AZ', 'AZ-EOP-DISABILITIES', 'PLAN', 'The plan says how the school and responders communicate with students with disabilities and help them.',
 'A.R.S. 15-341(A)(31), by the Arizona Department of Education, azed.gov/wellness/sep', false, '2000-01-01'),
('AZ', 'AZ-EOP-ROUTES', 'PLAN', 'The plan holds the evacuation routes and a map of the site.',
 'Udall Shumway, keeping the emergency response plan current, 2016', true, '2000-01-01'),
('AZ', 'AZ-EOP-DRILLS', 'PLAN', 'The plan names the drills that are held.',
 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
('AZ', 'AZ-EOP-TRAINING', 'PLAN', 'The training of staff and students is part of the plan.',
 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
('AZ', 'AZ-EOP-EVERYBODY', 'DEVELOPMENT', 'All staff are trained in the plan, substitutes included.',
 'arizonanews.org on the auditor''s report of December 2024', true, '2000-01-01'),
('AZ', 'AZ-EOP-RESPONDERS', 'DEVELOPMENT', 'Responders are invited from time to time to review the plan.',
 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
('AZ', 'AZ-EOP-YEARLY', 'MAINTENANCE', 'The plan is updated every year.',
 'Udall Shumway, keeping the emergency response plan current, 2016', true, '2000-01-01'),
('AZ', 'AZ-EOP-CONFIDENTIAL', 'MAINTENANCE', 'The plan is kept confidential and is not given out on a request for public records.',
 'A.R.S. 41-1803(G), by the Arizona school boards policy, docid 149', false, '2000-01-01'),
('AZ', 'AZ-SSP-ASSESSMENT', 'MAINTENANCE', 'A school that takes the state''s safety grant has had a safety assessment by an approved provider within five years.',
 'Arizona HB 2074 (chapter 129, 2025), by vulcanbills.com', true, '2025-05-06'),
('AZ', 'AZ-SSP-FLOOR-PLANS', 'MAINTENANCE', 'A school that takes the state''s safety grant has given its floor plans to local responders.',
 'Arizona HB 2074 (chapter 129, 2025), by vulcanbills.com', true, '2025-05-06');

insert into planning.plan_standard (state, code, part, words, source, to_confirm, valid_from) values
('AZ', 'AZ-EOP-TOGETHER', 'DEVELOPMENT', 'The plan is made together with local police and other emergency services.',
 'A.R.S. 15-341(A)(31), by the National Association of State Boards of Education, statepolicies.nasbe.org', true, '2000-01-01');
