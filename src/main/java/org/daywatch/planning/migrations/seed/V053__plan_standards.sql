insert into planning.plan_standard (state, code, part, words, source, to_confirm, valid_from) values
('AZ', 'AZ-EOP-SCHOOL', 'PLAN', 'The school has its own emergency operations plan that meets the state’s minimum requirements.',
 'A.R.S. 15-341(A)(31), by the Arizona Department of Education, azed.gov/wellness/sep', false, '2000-01-01'),
('AZ', 'AZ-EOP-DISABILITIES', 'PLAN', 'The plan says how the school and responders communicate with students with disabilities and assist them.',
 'A.R.S. 15-341(A)(31), by the Arizona Department of Education, azed.gov/wellness/sep', false, '2000-01-01'),
('AZ', 'AZ-EOP-ROUTES', 'PLAN', 'The plan includes the evacuation routes and a site map.',
 'Udall Shumway, keeping the emergency response plan current, 2016', true, '2000-01-01'),
('AZ', 'AZ-EOP-DRILLS', 'PLAN', 'The plan lists the drills to be held.',
 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
('AZ', 'AZ-EOP-TRAINING', 'PLAN', 'The plan includes training of staff and students.',
 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
('AZ', 'AZ-EOP-EVERYBODY', 'DEVELOPMENT', 'All staff, including substitutes, are trained in the plan.',
 'arizonanews.org on the auditor''s report of December 2024', true, '2000-01-01'),
('AZ', 'AZ-EOP-RESPONDERS', 'DEVELOPMENT', 'Responders are invited from time to time to review the plan.',
 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
('AZ', 'AZ-EOP-YEARLY', 'MAINTENANCE', 'The plan is updated every year.',
 'Udall Shumway, keeping the emergency response plan current, 2016', true, '2000-01-01'),
('AZ', 'AZ-EOP-CONFIDENTIAL', 'MAINTENANCE', 'The plan is kept confidential and is not released in response to a public records request.',
 'A.R.S. 41-1803(G), by the Arizona school boards policy, docid 149', false, '2000-01-01'),
('AZ', 'AZ-SSP-ASSESSMENT', 'MAINTENANCE', 'A school that receives the state safety grant has had a safety assessment by an approved provider within five years.',
 'Arizona HB 2074 (chapter 129, 2025), by vulcanbills.com', true, '2025-05-06'),
('AZ', 'AZ-SSP-FLOOR-PLANS', 'MAINTENANCE', 'A school that receives the state safety grant has given its floor plans to local responders.',
 'Arizona HB 2074 (chapter 129, 2025), by vulcanbills.com', true, '2025-05-06');

insert into planning.plan_standard (state, code, part, words, source, to_confirm, valid_from) values
('AZ', 'AZ-EOP-TOGETHER', 'DEVELOPMENT', 'The plan is developed with local police and other emergency services.',
 'A.R.S. 15-341(A)(31), by the National Association of State Boards of Education, statepolicies.nasbe.org', true, '2000-01-01');
