insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DRILL-DOSE', 'DRILL_DOSE', 'ALL', 4, 'drills in a school year', '2000-01-01', null, 'Daywatch proposal', true,
 'Most lockdown-type drills a class may have in a school year.'),
('DRILL-LATE-OWNER', 'IMPROVEMENT_REMIND', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'How many days before an improvement is due its owner is reminded.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PLAN-REVIEW-AZ', 'PLAN_REVIEW_EVERY', 'STATE:AZ', 12, 'months', '2000-01-01', null,
 'Udall Shumway, keeping the emergency response plan current, 2016', true, 'A school’s emergency operations plan must be updated every year.'),
('PLAN-REVIEW', 'PLAN_REVIEW_EVERY', 'ALL', 12, 'months', '2000-01-01', null,
 'Daywatch proposal', true, 'A school’s emergency operations plan is reviewed every 12 months, unless a state sets another period.'),
('PLAN-REVIEW-REMINDER', 'PLAN_REVIEW_REMINDER', 'ALL', 30, 'days', '2000-01-01', null,
 'Daywatch proposal', true, 'Daywatch reminds a plan’s owners this long before the review is due.'),
('RISK-PROBABILITY', 'RISK_WEIGHT_PROBABILITY', 'ALL', 45, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'Weight of probability in a hazard’s priority.'),
('RISK-MAGNITUDE', 'RISK_WEIGHT_MAGNITUDE', 'ALL', 30, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'Weight of magnitude in a hazard’s priority.'),
('RISK-WARNING', 'RISK_WEIGHT_WARNING', 'ALL', 15, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'Weight of short warning in a hazard’s priority.'),
('RISK-DURATION', 'RISK_WEIGHT_DURATION', 'ALL', 10, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'Weight of long duration in a hazard’s priority.'),
('RISK-HIGH', 'RISK_HIGH_FROM', 'ALL', 3, 'points', '2000-01-01', null,
 'Daywatch proposal', true, 'Score, out of 4, from which a hazard’s priority is high.'),
('RISK-MEDIUM', 'RISK_MEDIUM_FROM', 'ALL', 2, 'points', '2000-01-01', null,
 'Daywatch proposal', true, 'Score, out of 4, from which a hazard’s priority is medium.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AFTER-ACTION-WITHIN', 'AFTER_ACTION_WITHIN', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal; no state that asks for an after-action report was found to say by when', true,
 'Days to complete the review after a drill or a real alert.');
