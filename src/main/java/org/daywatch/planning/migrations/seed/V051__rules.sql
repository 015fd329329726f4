insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DRILL-DOSE', 'DRILL_DOSE', 'ALL', 4, 'drills in a school year', '2000-01-01', null, 'Daywatch proposal', true,
 'No class takes part in more than so many lockdown-like drills in a school year.'),
('DRILL-LATE-OWNER', 'IMPROVEMENT_REMIND', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'So many days before an improvement is due, those who see to it are reminded.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PLAN-REVIEW-AZ', 'PLAN_REVIEW_EVERY', 'STATE:AZ', 12, 'months', '2000-01-01', null,
 'Udall Shumway, keeping the emergency response plan current, 2016', true, 'A school''s emergency operations plan is updated every year.'),
('PLAN-REVIEW', 'PLAN_REVIEW_EVERY', 'ALL', 12, 'months', '2000-01-01', null,
 'Daywatch proposal', true, 'A school''s emergency operations plan is reviewed every twelve months, where no state says otherwise.'),
('PLAN-REVIEW-REMINDER', 'PLAN_REVIEW_REMINDER', 'ALL', 30, 'days', '2000-01-01', null,
 'Daywatch proposal', true, 'The owners of a plan are reminded this long before its review is due.'),
('RISK-PROBABILITY', 'RISK_WEIGHT_PROBABILITY', 'ALL', 45, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'How much the probability of a hazard weighs in its priority.'),
('RISK-MAGNITUDE', 'RISK_WEIGHT_MAGNITUDE', 'ALL', 30, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'How much the magnitude of a hazard weighs in its priority.'),
('RISK-WARNING', 'RISK_WEIGHT_WARNING', 'ALL', 15, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'How much a short warning weighs in the priority of a hazard.'),
('RISK-DURATION', 'RISK_WEIGHT_DURATION', 'ALL', 10, 'percent', '2000-01-01', null,
 'Calculated priority risk index of hazard planners, from memory', true, 'How much a long duration weighs in the priority of a hazard.'),
('RISK-HIGH', 'RISK_HIGH_FROM', 'ALL', 3, 'points', '2000-01-01', null,
 'Daywatch proposal', true, 'From so many of four points on the priority of a hazard is high.'),
('RISK-MEDIUM', 'RISK_MEDIUM_FROM', 'ALL', 2, 'points', '2000-01-01', null,
 'Daywatch proposal', true, 'From so many of four points on the priority of a hazard is medium.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AFTER-ACTION-WITHIN', 'AFTER_ACTION_WITHIN', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal; no state that asks for an after-action report was found to say by when', true,
 'What a drill or a real alert taught is written down within so many days.');
