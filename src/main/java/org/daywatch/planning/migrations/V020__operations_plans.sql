-- Emergency operations plans. That there is one, who approved it and when it is to be reviewed is shared between agency and
-- district; what it says is the district's, encrypted, and opened with a reason. One row per edition.

create table planning.operations_plan (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    edition      int not null check (edition > 0),
    state        text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REVIEWED', 'SUPERSEDED')),
    writers      uuid[] not null default '{}', -- who changed a word of this edition: none of them approves it
    begun_at     timestamptz not null,
    begun_by     text not null,
    returned     text not null default '',     -- why it was sent back to its writers
    submitted_by uuid,
    submitted_at timestamptz,
    approved_on  date,
    approved_by  text,
    reviewed_on  date,
    reviewed_by  text,
    review_by    date,                          -- the last day in time for the next review
    superseded_on date,
    reminded_for date,                          -- the review day somebody was reminded of
    version      int not null default 1,
    primary key (agency_id, id),
    unique (agency_id, school_id, edition),
    check (state <> 'IN_REVIEW' or submitted_at is not null),
    check (state in ('DRAFT', 'IN_REVIEW') or (approved_on is not null and review_by is not null)),
    check (state <> 'REVIEWED' or reviewed_on is not null),
    check ((state = 'SUPERSEDED') = (superseded_on is not null))
);
call platform.protect('planning.operations_plan', 'shared', 'agency_id', 'district_id', 'One edition of a school''s emergency operations plan, without what it says');
create unique index one_plan_in_work on planning.operations_plan (agency_id, school_id) where state in ('DRAFT', 'IN_REVIEW');
create unique index one_plan_in_force on planning.operations_plan (agency_id, school_id) where state in ('APPROVED', 'REVIEWED');

create table planning.operations_plan_text (
    district_id uuid not null,
    plan_id     uuid not null,
    body        bytea not null check (length(body) <= 4194304),
    written_at  timestamptz not null,
    primary key (district_id, plan_id)
);
call platform.protect('planning.operations_plan_text', 'district', 'district_id', null, 'What an operations plan says, encrypted; confidential by A.R.S. 41-1803(G)');

create table planning.operations_plan_opening (
    district_id uuid not null,
    id          uuid not null,
    plan_id     uuid not null,
    person_id   uuid,
    link_id     uuid, -- a responder's link: one opening each, however often its page is loaded
    opened_by   text not null,
    purpose     text not null check (length(purpose) >= 5),
    opened_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > opened_at),
    primary key (district_id, id),
    foreign key (district_id, plan_id) references planning.operations_plan_text
);
call platform.protect('planning.operations_plan_opening', 'district', 'district_id', null, 'Who opened a sealed operations plan, why, and until when');
call platform.append_only('planning.operations_plan_opening');
create unique index operations_plan_opening_by_link on planning.operations_plan_opening (district_id, link_id, plan_id) where link_id is not null;
create index operations_plan_opening_plan on planning.operations_plan_opening (district_id, plan_id, opened_at);

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OPERATIONS_PLAN', null, '2026-01-01', 'KEEP', 'Every edition of an operations plan is kept: an inquiry asks what the plan said on that day.'),
    ('OPERATIONS_PLAN_OPENING', null, '2026-01-01', 'KEEP', 'Who looked at a confidential operations plan; kept as long as the plan could still be misused.');

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
