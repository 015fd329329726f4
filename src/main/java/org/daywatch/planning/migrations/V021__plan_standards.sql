-- What a state demands of an operations plan, and how far each edition meets it. A standard nobody has checked is unknown.

create table planning.plan_standard (
    state      text not null check (state ~ '^[A-Z]{2}$'),
    code       text not null,
    part       text not null check (part in ('NIMS', 'PLAN', 'DEVELOPMENT', 'MAINTENANCE')),
    words      text not null,
    source     text not null,
    to_confirm boolean not null,
    valid_from date not null,
    valid_to   date,
    primary key (state, code, valid_from)
);
call platform.exempt('planning.plan_standard', 'What states demand of an operations plan, with its source; the same text for every tenant. Written by migrations.');
grant select on planning.plan_standard to dw_app;

create table planning.own_plan_standard (
    agency_id    uuid not null,
    id           uuid not null,
    state        text not null check (state ~ '^[A-Z]{2}$'),
    code         text not null check (length(code) between 1 and 40),
    part         text not null check (part in ('NIMS', 'PLAN', 'DEVELOPMENT', 'MAINTENANCE')),
    words        text not null check (length(words) between 3 and 1000),
    source       text not null check (length(source) between 3 and 300),
    loaded_at    timestamptz not null,
    loaded_by    text not null,
    withdrawn_at timestamptz,
    primary key (agency_id, id)
);
create unique index own_plan_standard_once on planning.own_plan_standard (agency_id, state, code) where withdrawn_at is null;
-- Its districts check their plans against it.
call platform.protect('planning.own_plan_standard', 'public', 'agency_id', null, 'A list of standards an agency loaded itself; it stands in for the shipped one of its state');

create table planning.standard_check (
    agency_id   uuid not null,
    plan_id     uuid not null,
    code        text not null,
    district_id uuid not null,
    answer      text not null check (answer in ('MET', 'NOT_MET', 'UNKNOWN')),
    evidence    text not null default '' check (length(evidence) <= 500), -- where it is shown, never what the plan says
    checked_at  timestamptz not null,
    checked_by  text not null,
    primary key (agency_id, plan_id, code),
    foreign key (agency_id, plan_id) references planning.operations_plan,
    check (answer <> 'MET' or length(evidence) >= 3)
);
call platform.protect('planning.standard_check', 'shared', 'agency_id', 'district_id', 'Whether an edition of a plan meets a standard, with its evidence');

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
