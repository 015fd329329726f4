-- What one student needs in an emergency, in full: for whoever is beside him, read before it is needed. Replaced, never changed, so
-- that who has read it is known of the words that stand there now.
create table planning.individual_plan (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    student_id    uuid not null,
    body        bytea not null check (length(body) <= 65536),
    written_by  uuid not null,
    writer      text not null,
    written_at  timestamptz not null,
    ended_at    timestamptz check (ended_at >= written_at),
    primary key (district_id, id)
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
call platform.protect('planning.individual_plan_reading', 'district', 'district_id', null, 'Who says that he has read the plan of a student he has in class');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('INDIVIDUAL_PLAN', 30, '2026-01-01', 'DELETE', 'An individual plan that has been replaced or taken back is of no use to anybody.');
