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

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('INSPECT-DOOR', 'INSPECT_DOOR', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A door is looked at at least every so many days.'),
('INSPECT-GATE', 'INSPECT_GATE', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A gate is looked at at least every so many days.'),
('INSPECT-FENCE', 'INSPECT_FENCE', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A fence is looked at at least every so many days.'),
('INSPECT-LOCK', 'INSPECT_LOCK', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A lock is tried at least every so many days.'),
('INSPECT-CAMERA', 'INSPECT_CAMERA', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'The picture of a camera is looked at at least every so many days.'),
('INSPECT-RADIO', 'INSPECT_RADIO', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A radio is tried at least every so many days.'),
('INSPECT-OTHER', 'INSPECT_OTHER', 'ALL', 90, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Any other checkpoint is looked at at least every so many days.'),
('ROUND-OPEN-HOURS', 'ROUND_OPEN_HOURS', 'ALL', 4, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'A round that nobody finished counts as left after so many hours.'),
('SWEEP-SHEET-WEEKS', 'SWEEP_SHEET_WEEKS', 'ALL', 6, 'school weeks', '2000-01-01', null, 'Daywatch proposal', true, 'The sheets of door sweeps of so many school weeks are at hand.'),
('SWEEP-SHEET-WEEKS-TX', 'SWEEP_SHEET_WEEKS', 'STATE:TX', 6, 'school weeks', '2000-01-01', null, 'Texas Education Agency on intruder detection audits, 8 August 2024', false,
 'An intruder detection audit reads the door sweeps of the last so many school weeks.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROUND', 1096, '2026-01-01', 'DELETE', 'Rounds and door sweeps with what was seen at each checkpoint: three years, so that a safety audit can read back to the one before it.'),
    ('CHECKPOINT', 1096, '2026-01-01', 'DELETE', 'A checkpoint that was retired, once no sheet names it any more.');
