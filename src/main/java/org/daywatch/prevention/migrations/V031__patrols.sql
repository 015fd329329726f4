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
    primary key (agency_id, plan_id, day, position),
    unique (agency_id, plan_id, day, zone_id),
    foreign key (agency_id, plan_id) references prevention.patrol_plan on delete cascade,
    foreign key (agency_id, zone_id) references prevention.zone,
    check (num_nulls(seen_at, seen_by) in (0, 2))
);
call platform.protect('prevention.patrol_stop', 'shared', 'agency_id', 'district_id', 'A part of a school on one day''s walk, why, and when it was seen');
create index patrol_stop_day on prevention.patrol_stop (school_id, day);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATROL-STOPS', 'PATROL_STOPS', 'ALL', 5, 'stops', '2000-01-01', null, 'Daywatch proposal', true,
 'So many parts of a school are on a day''s walk, and more where a week could not see all of them otherwise.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PATROL_PLAN', 400, '2026-01-01', 'DELETE', 'How a school was walked and what was seen: one school year and the summer after it.');
