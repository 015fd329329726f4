-- Checkpoints, rounds of them, and what was seen at each.

comment on schema prevention is 'Rounds, assessments and what was found, until it is mended';

-- What is looked at on rounds: a door, a gate, a fence, a lock, a camera, a radio. It is retired, never deleted, while a sheet still names it.
create table prevention.checkpoint (
    agency_id   uuid not null,
    id          uuid not null, -- stands in the code on its label
    district_id uuid not null,
    school_id   uuid not null,
    kind        text not null check (kind in ('DOOR', 'GATE', 'FENCE', 'LOCK', 'CAMERA', 'RADIO', 'OTHER')),
    name        text not null check (length(name) between 1 and 80),
    place       text not null default '' check (length(place) <= 120),
    room_id     uuid, -- directory.room
    plan_id     uuid, -- directory.site_plan, where it is marked on one
    across      numeric(5, 2) check (across between 0 and 100), -- percent from the left edge of the plan
    down        numeric(5, 2) check (down between 0 and 100),
    position    int not null check (position between 1 and 9999), -- in the order in which one walks
    outer_door  boolean not null, -- part of the week's door sweep
    every_days  int check (every_days between 1 and 400), -- inspected so often; null: as the rule of its kind says
    added_at    timestamptz not null,
    added_by    text not null,
    retired_at  timestamptz,
    retired_by  text,
    retired_why text not null default '',
    seen_at     timestamptz, -- the last time somebody stood there and said how it was
    seen_result text check (seen_result in ('AS_IT_MUST_BE', 'OPEN', 'PROPPED', 'UNLOCKED', 'BROKEN')),
    version     int not null default 1,
    primary key (agency_id, id),
    check (not outer_door or kind in ('DOOR', 'GATE')),
    check (num_nulls(plan_id, across, down) in (0, 3)),
    check ((retired_at is null) = (retired_by is null) and (retired_at is null) = (retired_why = '')),
    check ((seen_at is null) = (seen_result is null))
);
call platform.protect('prevention.checkpoint', 'shared', 'agency_id', 'district_id', 'A door, gate, lock, camera or other thing that rounds look at');
create unique index checkpoint_named on prevention.checkpoint (agency_id, school_id, lower(name)) where retired_at is null;
create index checkpoint_school on prevention.checkpoint (school_id, position) where retired_at is null;

-- Rounds: somebody walks, and says at each checkpoint how it was. Ids are made on the phone, so that what is sent twice counts once.
create table prevention.round (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid not null,
    kind          text not null check (kind in ('PATROL', 'SWEEP', 'INSPECTION')),
    day           date not null, -- on the school's own calendar
    started_at    timestamptz not null,
    walker_person uuid not null,
    walker_name   text not null,
    officer_id    uuid, -- null where somebody of the school walked
    state         text not null check (state in ('WALKING', 'FINISHED', 'ABANDONED')),
    ended_at      timestamptz,
    minutes       int check (minutes between 0 and 1440),
    checkpoints   int check (checkpoints >= 0), -- due on it; counted when it ended
    checked       int check (checked between 0 and checkpoints),
    breaches      int check (breaches >= 0),
    ended_by      text,
    ended_why     text not null default '',
    left_open     boolean not null default false, -- nobody finished it; what the phone still has finishes it
    version       int not null default 1,
    primary key (agency_id, id),
    check (num_nulls(ended_at, ended_by) = case state when 'WALKING' then 2 else 0 end),
    check (num_nulls(minutes, checkpoints, checked, breaches) = case state when 'FINISHED' then 0 else 4 end),
    check (ended_at >= started_at),
    check ((state = 'ABANDONED') = (ended_why <> '' or left_open))
);
call platform.protect('prevention.round', 'shared', 'agency_id', 'district_id', 'A walk past checkpoints: a patrol, a door sweep, an inspection');
create index round_school on prevention.round (school_id, day desc);
create index round_sweeps on prevention.round (school_id, day) where kind = 'SWEEP';
create index round_agency_day on prevention.round (agency_id, day desc);
create index round_district_day on prevention.round (district_id, day desc);
create index round_walking on prevention.round (agency_id, started_at) where state = 'WALKING';
create index round_walker on prevention.round (walker_person, day desc);

create table prevention.sighting (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    round_id      uuid not null,
    checkpoint_id uuid not null,
    result        text not null check (result in ('AS_IT_MUST_BE', 'OPEN', 'PROPPED', 'UNLOCKED', 'BROKEN', 'NOT_REACHED')),
    reason        text not null default 'NONE' check (reason in ('NONE', 'IN_USE', 'NO_KEY', 'NO_TIME', 'UNSAFE', 'OTHER')), -- why it was not reached
    done          text not null default 'UNSAID' check (done in ('UNSAID', 'SECURED', 'TOLD', 'GUARDED', 'NOTHING')), -- what was done about it at once
    note          text not null default '' check (length(note) <= 200),
    way           text not null check (way in ('QR', 'LIST')), -- by the code on its label, or chosen from the list
    at            timestamptz not null, -- by the phone's clock, never later than it was received
    received_at   timestamptz not null,
    stands        boolean not null, -- false: somebody looked again on the same round
    finding_id    uuid, -- the finding it opened or was added to
    primary key (agency_id, id),
    foreign key (agency_id, round_id) references prevention.round on delete cascade,
    foreign key (agency_id, checkpoint_id) references prevention.checkpoint,
    check ((result = 'NOT_REACHED') = (reason <> 'NONE')),
    check (done = 'UNSAID' or result in ('OPEN', 'PROPPED', 'UNLOCKED', 'BROKEN')),
    check (finding_id is null or result in ('OPEN', 'PROPPED', 'UNLOCKED', 'BROKEN'))
);
call platform.protect('prevention.sighting', 'shared', 'agency_id', 'district_id', 'How a checkpoint was when somebody stood there on a round');
create unique index sighting_stands on prevention.sighting (agency_id, round_id, checkpoint_id) where stands;
create index sighting_round on prevention.sighting (round_id) where stands;
create index sighting_checkpoint on prevention.sighting (checkpoint_id, at desc);
