-- Programs, what they demand, and the numbers of it. The same rows stand in programs/catalog/data for the command line; a test compares them.
insert into directory.program (code, state, name, every_school, words) values
('AZ-SSP', 'AZ', 'Arizona School Safety Program', false, 'State-funded under A.R.S. 15-154: officers teach, stay on campus and keep a weekly activity log.'),
('AZ-SCHOOLS', 'AZ', 'Arizona: emergency plans and drills', true, 'What every Arizona school must do, with or without a state-funded officer.'),
('TX-SCHOOLS', 'TX', 'Texas: armed officer, drills and audits', true, 'Education Code 37.081 to 37.1084 and 19 TAC 103: an officer at every campus, drills, door sweeps, audits.'),
('FL-SCHOOLS', 'FL', 'Florida: safe-school officers and drills', true, 'Section 1006.12 and rule 6A-1.0018: an officer at every school, drills beyond fire drills, short deadlines for reports.'),
('TN-SCHOOLS', 'TN', 'Tennessee: notice of assignment', true, 'T.C.A. 49-6-820: what the agency tells the school before an officer begins.'),
('TN-SRO', 'TN', 'Tennessee SRO grant', false, 'Pays for one officer at each school and requires training and experience.'),
('KY-SCHOOLS', 'KY', 'Kentucky: an officer at each campus', true, 'House Bill 63: a certified officer full time at each campus, or a plan approved in writing.'),
('MD-SCHOOLS', 'MD', 'Maryland Safe to Learn', true, 'Yearly reports by school: police coverage and every use of force.'),
('NY-SCHOOLS', 'NY', 'New York drills', true, 'Twelve fire and emergency drills a school year.'),
('MI-SCHOOLS', 'MI', 'Michigan drills', true, 'Ten drills a school year, posted for parents.'),
('OH-SCHOOLS', 'OH', 'Ohio drills', true, 'Nine drills a school year.'),
('WA-SCHOOLS', 'WA', 'Washington drills', true, 'One drill in every school month.'),
('DC-SCHOOLS', 'DC', 'District of Columbia fire drills', true, 'Two fire drills in the first two weeks, then one a month.');
