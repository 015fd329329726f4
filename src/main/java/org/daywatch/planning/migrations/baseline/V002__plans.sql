-- Emergency operations plans with their standards, and individual plans of students.

-- Emergency operations plans. That there is one, who approved it and when it is to be reviewed is shared between agency and
-- district; what it says is the district's, encrypted, and opened with a reason. One row per edition.
create table planning.operations_plan (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid not null,
    edition       int not null check (edition > 0),
    state         text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REVIEWED', 'SUPERSEDED')),
    writers       uuid[] not null default '{}', -- who changed a word of this edition: none of them approves it
    begun_at      timestamptz not null,
    begun_by      text not null,
    returned      text not null default '', -- why it was sent back to its writers
    submitted_by  uuid,
    submitted_at  timestamptz,
    approved_on   date,
    approved_by   text,
    reviewed_on   date,
    reviewed_by   text,
    review_by     date, -- the last day in time for the next review
    superseded_on date,
    reminded_for  date, -- the review day somebody was reminded of
    version       int not null default 1,
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
    -- An answer stands for the words that were checked: when a list is loaded again with other words, it is unknown again. Null: answered before this was kept.
    words       text,
    primary key (agency_id, plan_id, code),
    foreign key (agency_id, plan_id) references planning.operations_plan,
    check (answer <> 'MET' or length(evidence) >= 3)
);
call platform.protect('planning.standard_check', 'shared', 'agency_id', 'district_id', 'Whether an edition of a plan meets a standard, with its evidence');

-- What stands on every page of a plan that is printed or taken along, by state; ALL where no state says more.
create table planning.confidential_line (
    state      text not null check (state = 'ALL' or state ~ '^[A-Z]{2}$'),
    words      text not null,
    source     text not null,
    to_confirm boolean not null,
    valid_from date not null,
    valid_to   date,
    primary key (state, valid_from)
);
call platform.exempt('planning.confidential_line', 'The sentence on every page of an operations plan, by state; the same for every tenant. Written by migrations.');
grant select on planning.confidential_line to dw_app;

-- What one student needs in an emergency, in full: for the adult beside them, read before it is needed. Replaced, never changed, so
-- that who has read it is known of the words that stand there now.
create table planning.individual_plan (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    student_id  uuid not null,
    body        bytea not null check (length(body) <= 65536),
    written_by  uuid not null,
    writer      text not null,
    written_at  timestamptz not null,
    ended_at    timestamptz check (ended_at >= written_at),
    -- Why a plan ended: '' replaced or taken back; LEFT its student is no longer one of the school. One who is back before it is forgotten has it again.
    ended_why   text not null default '' check (ended_why in ('', 'LEFT')),
    primary key (district_id, id),
    constraint individual_plan_ended_why check (ended_why = '' or ended_at is not null)
);
call platform.protect('planning.individual_plan', 'district', 'district_id', null, 'The emergency plan of one student, encrypted; every reading is audited');
create unique index one_individual_plan on planning.individual_plan (district_id, student_id) where ended_at is null;
create index individual_plan_school on planning.individual_plan (school_id) where ended_at is null;

create table planning.individual_plan_reading (
    district_id uuid not null,
    plan_id     uuid not null,
    person_id   uuid not null,
    email       text not null, -- ties the account to the adult in the roster
    read_at     timestamptz not null,
    primary key (district_id, plan_id, person_id),
    foreign key (district_id, plan_id) references planning.individual_plan on delete cascade
);
call platform.protect('planning.individual_plan_reading', 'district', 'district_id', null, 'Who confirmed having read the plan of a student in their class');

-- Parts without which nobody approves an operations plan: sections of the basic plan and functional annexes, for every state and for one.
create table planning.plan_part_asked (
    state      text not null check (state ~ '^([A-Z]{2}|ALL)$'),
    part       text not null, -- name of a section or of a functional annex
    source     text not null,
    to_confirm boolean not null,
    valid_from date not null,
    valid_to   date,
    primary key (state, part, valid_from)
);
call platform.exempt('planning.plan_part_asked', 'Which parts an operations plan must hold, with the source; the same for every tenant. Written by migrations.');
grant select on planning.plan_part_asked to dw_app;
