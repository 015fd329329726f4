-- In which capacity somebody assessed a campus, by what he may do so, and as whom somebody else accepted it.
alter table prevention.assessment
    add column assessor_capacity text check (assessor_capacity in ('STAFF', 'OFFICER', 'PROVIDER')), -- null: handed in before anybody asked
    add column assessor_organization text not null default '' check (length(assessor_organization) <= 160),
    add column assessor_credential text not null default '' check (length(assessor_credential) <= 120), -- as it is written on the card, or the number in a state's registry
    add column assessor_valid_to date,
    add column closed_role text, -- of whoever accepted or withdrew it
    add check (assessor_capacity is distinct from 'PROVIDER' or assessor_organization <> '');

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
