insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('INSPECT-DOOR', 'INSPECT_DOOR', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A door is looked at at least every so many days.'),
('INSPECT-GATE', 'INSPECT_GATE', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A gate is looked at at least every so many days.'),
('INSPECT-FENCE', 'INSPECT_FENCE', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A fence is looked at at least every so many days.'),
('INSPECT-LOCK', 'INSPECT_LOCK', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A lock is tried at least every so many days.'),
('INSPECT-CAMERA', 'INSPECT_CAMERA', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'The picture of a camera is looked at at least every so many days.'),
('INSPECT-RADIO', 'INSPECT_RADIO', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A radio is tried at least every so many days.'),
('INSPECT-OTHER', 'INSPECT_OTHER', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Any other checkpoint is looked at at least every so many days.'),
('ROUND-OPEN-HOURS', 'ROUND_OPEN_HOURS', 'ALL', 4, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'A round that nobody finished counts as left after so many hours.'),
('SWEEP-SHEET-WEEKS', 'SWEEP_SHEET_WEEKS', 'ALL', 6, 'school weeks', '2000-01-01', null, 'Daywatch proposal', true, 'The sheets of door sweeps of so many school weeks are at hand, where no program of the school says otherwise.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('FINDING-DUE-5', 'FINDING_DUE_5', 'ALL', 1, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 5 is fixed within this many days.'),
('FINDING-DUE-4', 'FINDING_DUE_4', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 4 is fixed within this many days.'),
('FINDING-DUE-3', 'FINDING_DUE_3', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 3 is fixed within this many days.'),
('FINDING-DUE-2', 'FINDING_DUE_2', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 2 is fixed within this many days.'),
('FINDING-DUE-1', 'FINDING_DUE_1', 'ALL', 180, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding of severity 1 is fixed within this many days.'),
('FINDING-REMIND', 'FINDING_REMIND', 'ALL', 3, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'So many days before a finding is due, its owner and the principal are reminded; an accepted risk before it is looked at again.'),
('RISK-REVIEW-MOST', 'RISK_REVIEW_MOST', 'ALL', 365, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'An accepted risk is looked at again within this many days.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATTERN-SMALL', 'PATTERN_SMALL', 'ALL', 3, 'happenings', '2000-01-01', null, 'Daywatch proposal', true,
 'Where and when fewer than this happened, the number is not shown: it could lead to a student.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATROL-STOPS', 'PATROL_STOPS', 'ALL', 5, 'stops', '2000-01-01', null, 'Daywatch proposal', true,
 'So many parts of a school are on a day''s walk, and more where a week could not see all of them otherwise.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('ASSESSOR-REGISTERED', 'ASSESSOR_REGISTERED', 'ALL', 0, 'asked', '2000-01-01', null, 'Daywatch proposal', true,
 'Whether an outside provider must be in a state register before an assessment counts: 0 no, 1 yes.'),
('ASSESSOR-REGISTERED-TX', 'ASSESSOR_REGISTERED', 'STATE:TX', 1, 'asked', '2000-01-01', null, 'Texas Education Code 37.2091, from memory', true,
 'In Texas an outside provider is in the registry of the school safety center, and the entry is valid on the day of the assessment.'),
('RESPONSE-YEARS', 'RESPONSE_YEARS', 'ALL', 3, 'years', '2000-01-01', null, 'Daywatch proposal', true,
 'Arrivals of so many years say how long help takes to a campus.'),
('GAP-SEVERITY-1', 'GAP_SEVERITY_1', 'ALL', 5, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How severe a gap of tier 1 is until a leader of the school rates it; one less where the item weighs little.'),
('GAP-SEVERITY-2', 'GAP_SEVERITY_2', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How severe a gap of tier 2 is until a leader of the school rates it; one less where the item weighs little.'),
('GAP-SEVERITY-3', 'GAP_SEVERITY_3', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How severe a gap of tier 3 is until a leader of the school rates it; one less where the item weighs little.'),
('GAP-SEVERITY-4', 'GAP_SEVERITY_4', 'ALL', 2, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How severe a gap of tier 4 is until a leader of the school rates it; one less where the item weighs little.'),
('GAP-LIKELIHOOD-NOT', 'GAP_LIKELIHOOD_NOT', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How likely something comes of a gap that is not in place, until a leader of the school rates it.'),
('GAP-LIKELIHOOD-PARTLY', 'GAP_LIKELIHOOD_PARTLY', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How likely something comes of a gap that is partly in place, until a leader of the school rates it.'),
('BREACH-SEVERITY', 'BREACH_SEVERITY', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How severe it is what a round finds, until a leader of the school rates it.'),
('BREACH-LIKELIHOOD', 'BREACH_LIKELIHOOD', 'ALL', 3, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'How likely something comes of what a round finds, until a leader of the school rates it.'),
('FINDING-AGAIN', 'FINDING_AGAIN', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'What is late, waits to be verified, or has lost its interim measure is told again after so many days, until it is done.');

-- From which risk on a finding is shown as grave or notable, and who counts as an officer of the school.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('FINDING-GRAVE', 'FINDING_GRAVE_FROM', 'ALL', 15, 'of 25', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is grave from this product of severity and likelihood on.'),
('FINDING-GRAVE-SEVERITY', 'FINDING_GRAVE_SEVERITY', 'ALL', 5, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is grave from this severity on, however likely it is.'),
('FINDING-NOTABLE', 'FINDING_NOTABLE_FROM', 'ALL', 8, 'of 25', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is notable from this product of severity and likelihood on.'),
('FINDING-OWNER-LATELY', 'FINDING_OWNER_LATELY', 'ALL', 60, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'An officer who worked at the school within so many days may own a finding there.');

-- From which weight on an item of an instrument is no light one, and by how many days open findings are told apart.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('GAP-HEAVY', 'GAP_HEAVY_FROM', 'ALL', 4, 'of 5', '2000-01-01', null, 'Daywatch proposal', true, 'An item of an instrument that weighs less than this weighs little.'),
('FINDING-AGE-1', 'FINDING_AGE_1', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is young up to so many days after it was found.'),
('FINDING-AGE-2', 'FINDING_AGE_2', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is no longer young, and not yet old, up to so many days after it was found.'),
('FINDING-AGE-3', 'FINDING_AGE_3', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A finding is old up to so many days after it was found, and after that among the oldest.');
