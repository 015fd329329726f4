-- Whom drills of a school reach, and by which ways: by kind of drill, from a day on. Where nothing is said everybody is told in every way, as in earnest.
create table planning.drill_audience (
    agency_id   uuid not null,
    school_id   uuid not null,
    drill       text not null check (drill in ('DRILL:ANY', 'DRILL:HOLD', 'DRILL:SECURE', 'DRILL:LOCKDOWN', 'DRILL:EVACUATE', 'DRILL:FIRE', 'DRILL:SHELTER_HAZMAT',
        'DRILL:SHELTER_WEATHER', 'DRILL:ACTIVE_THREAT', 'DRILL:EMERGENCY')),
    valid_from  date not null, -- by the school's clock
    district_id uuid not null,
    people      text[] not null check (people <@ array['TEACHER', 'FRONT_OFFICE', 'OFFICER']), -- the principal always
    ways        text[] not null check (ways <@ array['SCREEN', 'PUSH', 'SMS', 'EMAIL'] and cardinality(ways) > 0),
    set_at      timestamptz not null,
    set_by      text not null,
    primary key (agency_id, school_id, drill, valid_from)
);
call platform.protect('planning.drill_audience', 'shared', 'agency_id', 'district_id', 'Whom drills of a school reach, and by which ways');
