-- Whom a school's drill plan names beside those whose role runs drills: they may begin a drill of the whole school.
create table planning.drill_starter (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid not null,
    person_id     uuid not null,
    name          text not null,
    named_at      timestamptz not null,
    named_by      uuid not null,
    named_by_name text not null,
    ended_at      timestamptz check (ended_at >= named_at),
    ended_by      uuid,
    primary key (agency_id, id),
    constraint nobody_names_themselves check (named_by <> person_id),
    check ((ended_at is null) = (ended_by is null))
);
call platform.protect('planning.drill_starter', 'shared', 'agency_id', 'district_id', 'Who may begin a drill of the whole school, by name');
create unique index drill_starter_once on planning.drill_starter (agency_id, school_id, person_id) where ended_at is null;
