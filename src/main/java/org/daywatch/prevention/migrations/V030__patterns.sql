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
    primary key (agency_id, id),
    foreign key (agency_id, zone_id) references prevention.zone
);
call platform.protect('prevention.happening', 'shared', 'agency_id', 'district_id', 'That something happened at a school: when, in which part of it, of which kind');
create index happening_school on prevention.happening (school_id, day);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATTERN-SMALL', 'PATTERN_SMALL', 'ALL', 3, 'happenings', '2000-01-01', null, 'Daywatch proposal', true,
 'Where and when fewer than this happened, the number is not shown: it could lead to a student.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('HAPPENING', 1096, '2026-01-01', 'DELETE', 'That something happened, when and where, without a person: three years, so that one school year can be compared with the one before.');
