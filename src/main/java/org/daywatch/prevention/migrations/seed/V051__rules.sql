insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('INSPECT-DOOR', 'INSPECT_DOOR', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A door is checked at least once in this many days.'),
('INSPECT-GATE', 'INSPECT_GATE', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A gate is checked at least once in this many days.'),
('INSPECT-FENCE', 'INSPECT_FENCE', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A fence is checked at least once in this many days.'),
('INSPECT-LOCK', 'INSPECT_LOCK', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A lock is tested at least once in this many days.'),
('INSPECT-CAMERA', 'INSPECT_CAMERA', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A camera’s picture is checked at least once in this many days.'),
('INSPECT-RADIO', 'INSPECT_RADIO', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A radio is tested at least once in this many days.'),
('INSPECT-OTHER', 'INSPECT_OTHER', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Any other checkpoint is checked at least once in this many days.'),
('ROUND-OPEN-HOURS', 'ROUND_OPEN_HOURS', 'ALL', 4, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'An unfinished round counts as abandoned after this many hours.'),
('SWEEP-SHEET-WEEKS', 'SWEEP_SHEET_WEEKS', 'ALL', 6, 'school weeks', '2000-01-01', null, 'Daywatch proposal', true, 'Door check sheets for this many school weeks are available, unless a program of the school says otherwise.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('FINDING-DUE-5', 'FINDING_DUE_5', 'ALL', 1, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 5 is fixed within this many days.'),
('FINDING-DUE-4', 'FINDING_DUE_4', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 4 is fixed within this many days.'),
('FINDING-DUE-3', 'FINDING_DUE_3', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 3 is fixed within this many days.'),
('FINDING-DUE-2', 'FINDING_DUE_2', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 2 is fixed within this many days.'),
('FINDING-DUE-1', 'FINDING_DUE_1', 'ALL', 180, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 1 is fixed within this many days.'),
('FINDING-REMIND', 'FINDING_REMIND', 'ALL', 3, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'This many days before a finding is due or an accepted risk must be reviewed, its owner and the principal are reminded.'),
('RISK-REVIEW-MOST', 'RISK_REVIEW_MOST', 'ALL', 365, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'An accepted risk is reviewed again within this many days.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATTERN-SMALL', 'PATTERN_SMALL', 'ALL', 3, 'happenings', '2000-01-01', null, 'Daywatch proposal', true,
 'Counts below this number are hidden because they could identify a student.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATROL-STOPS', 'PATROL_STOPS', 'ALL', 5, 'stops', '2000-01-01', null, 'Daywatch proposal', true,
 'How many parts of a school each day''s walk includes. It includes more if one week could not cover all parts.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('ASSESSOR-REGISTERED', 'ASSESSOR_REGISTERED', 'ALL', 0, 'asked', '2000-01-01', null, 'Daywatch proposal', true,
 'Whether an outside provider must be in a state register for an assessment to count: 0 no, 1 yes.'),
('ASSESSOR-REGISTERED-TX', 'ASSESSOR_REGISTERED', 'STATE:TX', 1, 'asked', '2000-01-01', null, 'Texas Education Code 37.2091, from memory', true,
 'In Texas, an outside provider must have a valid entry in the registry of the school safety center on the day of the assessment.'),
('RESPONSE-YEARS', 'RESPONSE_YEARS', 'ALL', 3, 'years', '2000-01-01', null, 'Daywatch proposal', true,
 'The number of years of measured arrivals used for the response time of a campus.'),
('GAP-SEVERITY-1', 'GAP_SEVERITY_1', 'ALL', 5, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The severity of a tier 1 gap until the principal or safety director rates it; one less if the item has a low weight.'),
('GAP-SEVERITY-2', 'GAP_SEVERITY_2', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The severity of a tier 2 gap until the principal or safety director rates it; one less if the item has a low weight.'),
('GAP-SEVERITY-3', 'GAP_SEVERITY_3', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The severity of a tier 3 gap until the principal or safety director rates it; one less if the item has a low weight.'),
('GAP-SEVERITY-4', 'GAP_SEVERITY_4', 'ALL', 2, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The severity of a tier 4 gap until the principal or safety director rates it; one less if the item has a low weight.'),
('GAP-LIKELIHOOD-NOT', 'GAP_LIKELIHOOD_NOT', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The likelihood of harm from an item not in place, until the principal or safety director rates it.'),
('GAP-LIKELIHOOD-PARTLY', 'GAP_LIKELIHOOD_PARTLY', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The likelihood of harm from an item partly in place, until the principal or safety director rates it.'),
('BREACH-SEVERITY', 'BREACH_SEVERITY', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The severity of a finding from a round, until the principal or safety director rates it.'),
('BREACH-LIKELIHOOD', 'BREACH_LIKELIHOOD', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'The likelihood of harm from a finding of a round, until the principal or safety director rates it.'),
('FINDING-AGAIN', 'FINDING_AGAIN', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Findings that are overdue, wait for verification or have lost their interim protection are announced again after this many days, until resolved.');

-- From which risk on a finding is shown as grave or notable, and who counts as an officer of the school.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('FINDING-GRAVE', 'FINDING_GRAVE_FROM', 'ALL', 15, 'of 25', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is serious from this product of severity and likelihood.'),
('FINDING-GRAVE-SEVERITY', 'FINDING_GRAVE_SEVERITY', 'ALL', 5, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is serious from this severity, no matter how likely it is.'),
('FINDING-NOTABLE', 'FINDING_NOTABLE_FROM', 'ALL', 8, 'of 25', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is moderate from this product of severity and likelihood.'),
('FINDING-OWNER-LATELY', 'FINDING_OWNER_LATELY', 'ALL', 60, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'An officer who worked at the school within this many days may own a finding there.');

-- From which weight on an item of an instrument is no light one, and by how many days open findings are told apart.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('GAP-HEAVY', 'GAP_HEAVY_FROM', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'An instrument item below this weight has a low weight.'),
('FINDING-AGE-1', 'FINDING_AGE_1', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is recent for this many days after it was found.'),
('FINDING-AGE-2', 'FINDING_AGE_2', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is of medium age up to this many days after it was found.'),
('FINDING-AGE-3', 'FINDING_AGE_3', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is old up to this many days after it was found. After that it is among the oldest.');
