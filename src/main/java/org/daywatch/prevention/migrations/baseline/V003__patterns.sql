-- Where and when something happens, and patrols planned by it.

-- Where and when things happen: no person, no words about one, no minute.
create table prevention.zone (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    name        text not null check (length(name) between 1 and 80),
    position    int not null check (position between 1 and 999), -- in which order one would walk
    retired_at  timestamptz, -- not walked any more; what happened there stays
    primary key (agency_id, id)
);
call platform.protect('prevention.zone', 'shared', 'agency_id', 'district_id', 'A part of a school that is walked and counted by itself');
create unique index zone_name on prevention.zone (agency_id, school_id, lower(name)) where retired_at is null;

create table prevention.happening (
    agency_id   uuid not null,
    id          uuid not null, -- that of the alert or incident, where it was one
    district_id uuid not null,
    school_id   uuid not null,
    day         date not null,
    hour        int not null check (hour between 0 and 23), -- by the school's clock
    kind        text not null check (kind in ('FIGHT', 'WEAPON', 'TRESPASS', 'VANDALISM', 'THEFT', 'SUBSTANCES', 'TRAFFIC', 'PROTECTION', 'OTHER')),
    source      text not null check (source in ('ALERT', 'INCIDENT', 'BY_HAND')),
    place       text not null default '' check (length(place) <= 200), -- as it was said
    zone_id     uuid, -- null: nobody has said where
    -- A period that was shown never changes any more: what is written, placed or found false after it was shown counts in none.
    written_at  timestamptz not null default '2000-01-01',
    placed_at   timestamptz, -- null: it was placed when it was written, or not yet
    dropped_at  timestamptz, -- a false alarm, as it turned out
    primary key (agency_id, id),
    foreign key (agency_id, zone_id) references prevention.zone
);
call platform.protect('prevention.happening', 'shared', 'agency_id', 'district_id', 'That something happened at a school: when, in which part of it, of which kind');
create index happening_school on prevention.happening (school_id, day);

-- How a week's rounds vary: drawn from a number that is kept, so that the plan can be drawn again and compared.
create table prevention.patrol_plan (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    monday      date not null check (extract(isodow from monday) = 1),
    seed        bigint not null,
    made_from   text not null, -- zones, days and weights it was drawn from
    made_at     timestamptz not null,
    made_by     text not null,
    primary key (agency_id, id),
    unique (agency_id, school_id, monday)
);
call platform.protect('prevention.patrol_plan', 'shared', 'agency_id', 'district_id', 'How one school is walked in one week, and the number it was drawn from');

create table prevention.patrol_stop (
    agency_id   uuid not null,
    plan_id     uuid not null,
    day         date not null,
    position    int not null check (position >= 1),
    district_id uuid not null,
    school_id   uuid not null,
    from_hour   int not null check (from_hour between 0 and 23),
    zone_id     uuid not null,
    reason      text not null check (reason in ('WEEKLY', 'PLACE', 'VARIETY')),
    seen_at     timestamptz,
    seen_by     text,
    -- A part of the school is seen on a round, so that the walk is counted as one.
    round_id    uuid,
    primary key (agency_id, plan_id, day, position),
    unique (agency_id, plan_id, day, zone_id),
    foreign key (agency_id, plan_id) references prevention.patrol_plan on delete cascade,
    foreign key (agency_id, zone_id) references prevention.zone,
    check (num_nulls(seen_at, seen_by) in (0, 2))
);
call platform.protect('prevention.patrol_stop', 'shared', 'agency_id', 'district_id', 'A part of a school on one day''s walk, why, and when it was seen');
create index patrol_stop_day on prevention.patrol_stop (school_id, day);
create index patrol_stop_round on prevention.patrol_stop (round_id) where round_id is not null;
