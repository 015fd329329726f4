-- Alerts: each one raised, its course, rooms that were released, and acts under duress.

-- Emergencies: what was pressed, what a school was told to do, who was reached, what was done.
-- Every press that was accepted, once: whatever log carried it here, its id is the press.
create table emergencies.press (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    alert_id    uuid not null,
    status      text not null check (status in ('ACTUAL', 'EXERCISE', 'TEST')),
    action      text not null check (action in ('HOLD', 'SECURE', 'LOCKDOWN', 'EVACUATE', 'SHELTER', 'HELP_FIGHT', 'HELP_MEDICAL', 'HELP_BEHAVIOR')),
    detail      text not null default '',
    room_id     uuid,
    place       text not null default '',
    note        text not null default '',
    source      text not null check (source in ('WEB', 'PHONE', 'KEYBOARD', 'DEVICE', 'WEBHOOK')),
    person_id   uuid,
    presser     text not null,
    device_at   timestamptz,
    accepted_at timestamptz not null,
    stored_at   timestamptz not null default now(),
    -- The order in which presses came, whatever the clock was set to meanwhile.
    seq         bigint generated always as identity,
    primary key (agency_id, id)
);
call platform.protect('emergencies.press', 'shared', 'agency_id', 'district_id', 'A press of an alert button that was accepted');
call platform.append_only('emergencies.press');
create index press_alert on emergencies.press (alert_id);

-- What a school is told to do: one row per event, changed in versions, ended by two people.
create table emergencies.alert (
    agency_id    uuid not null,
    id           uuid not null, -- that of its first press
    district_id  uuid not null,
    school_id    uuid not null,
    status       text not null check (status in ('ACTUAL', 'EXERCISE', 'TEST')),
    action       text not null check (action in ('HOLD', 'SECURE', 'LOCKDOWN', 'EVACUATE', 'SHELTER', 'HELP_FIGHT', 'HELP_MEDICAL', 'HELP_BEHAVIOR')),
    detail       text not null,
    place        text not null,
    presser      text not null,
    raised_at    timestamptz not null,
    state        text not null check (state in ('ACTIVE', 'RELEASING', 'EVACUATED', 'REUNIFYING', 'ENDED', 'CANCELLED')),
    since        timestamptz not null,
    word_by      uuid, -- the first of the two who end it
    word_name    text,
    word_leads   boolean,
    word_at      timestamptz,
    word_how     text check (word_how in ('ALL_CLEAR', 'FALSE_ALARM', 'INSTEAD')),
    ended_by     text, -- the two names
    version      int not null check (version >= 1),
    word_action  text check (word_action in ('HOLD', 'SECURE', 'EVACUATE', 'SHELTER')),
    word_detail  text,
    word_why     text,
    -- The version of an alert that last told people what to do: screens sound for it, and for what only became of the alert they do not.
    told         int not null default 1 check (told between 1 and version),
    -- What was last told of an exercise that is over. Whoever hears once more that it ended, or that a room reported, tells the same only once.
    outcome_told text,
    primary key (agency_id, id),
    check (num_nulls(word_by, word_name, word_leads, word_at, word_how) in (0, 5)),
    check ((state in ('ENDED', 'CANCELLED')) = (ended_by is not null)),
    constraint alert_word_instead_check check (num_nulls(word_action, word_detail, word_why) = case when word_how = 'INSTEAD' then 0 else 3 end)
);
call platform.protect('emergencies.alert', 'shared', 'agency_id', 'district_id', 'What a school was told to do');
create index alert_school on emergencies.alert (school_id, status, raised_at desc);
-- Whatever merges presses, of the same school and status there is never a second alert for the whole school under way.
create unique index alert_one_under_way on emergencies.alert (agency_id, school_id, status)
    where state not in ('ENDED', 'CANCELLED') and action not in ('HELP_FIGHT', 'HELP_MEDICAL', 'HELP_BEHAVIOR');
-- A drill stays a drill: the application has no right to write the status of an alert that exists, and nobody else may either.
revoke update, delete on emergencies.alert from dw_app;
grant update (action, detail, state, since, word_by, word_name, word_leads, word_at, word_how, ended_by, version) on emergencies.alert to dw_app;
create function emergencies.keep_status() returns trigger language plpgsql as $$
begin
    raise exception 'the status of an alert never changes: % is %', old.id, old.status;
end $$;
create trigger alert_status_never_changes before update on emergencies.alert
    for each row when (old.status is distinct from new.status) execute function emergencies.keep_status();
grant update (word_action, word_detail, word_why) on emergencies.alert to dw_app;
grant update (told) on emergencies.alert to dw_app;
grant update (outcome_told) on emergencies.alert to dw_app;

create table emergencies.alert_change (
    agency_id   uuid not null,
    alert_id    uuid not null,
    version     int not null,
    district_id uuid not null,
    at          timestamptz not null,
    kind        text not null, -- the fact's name
    action      text not null,
    detail      text not null,
    state       text not null,
    by_name     text not null,
    by_person   uuid,
    why         text not null,
    -- What the first of two wants the school told instead; the action of the row is what it is told still.
    proposes    text,
    primary key (agency_id, alert_id, version),
    foreign key (agency_id, alert_id) references emergencies.alert
);
call platform.protect('emergencies.alert_change', 'shared', 'agency_id', 'district_id', 'A version of an alert: who, when, why');
call platform.append_only('emergencies.alert_change');

create table emergencies.room_release (
    agency_id   uuid not null,
    alert_id    uuid not null,
    room_id     uuid not null, -- the school's own id where it has no list of rooms
    district_id uuid not null,
    at          timestamptz not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, alert_id, room_id, at),
    foreign key (agency_id, alert_id) references emergencies.alert
);
call platform.protect('emergencies.room_release', 'shared', 'agency_id', 'district_id', 'A room that was let out of a lockdown');
call platform.append_only('emergencies.room_release');

-- Who said "clear" because they were forced to. Their own screen shows what it would show without force.
create table emergencies.duress (
    agency_id   uuid not null,
    alert_id    uuid not null,
    person_id   uuid not null,
    district_id uuid not null,
    at          timestamptz not null,
    name        text not null,
    how         text check (how in ('ALL_CLEAR', 'FALSE_ALARM')),
    shows_over  boolean not null, -- whether without force it would have been over: then their screen says so and keeps saying it
    -- Under force somebody may be made to release a room or to tell the school something less, not only to say that it is over: one row for each act.
    version     int not null default 0, -- the version of the alert that says so; 0 in rows from before
    shows       text check (shows in ('AlertChanged', 'AlertChangeProposed', 'RoomReleased', 'AlertEndProposed', 'AlertEnded', 'FalseAlarmFound', 'BuildingEmptied', 'ReunificationBegun')),
    by_name     text not null default '', -- as their screen names those who did it
    action      text,
    detail      text not null default '',
    why         text not null default '',
    room_id     uuid,
    primary key (agency_id, alert_id, person_id, version),
    foreign key (agency_id, alert_id) references emergencies.alert
);
call platform.protect('emergencies.duress', 'shared', 'agency_id', 'district_id', 'An end of an alert that was said under force');
call platform.append_only('emergencies.duress');

-- The word agreed at a school that says "I am forced", as a hash.
create table emergencies.duress_word (
    agency_id   uuid not null,
    school_id   uuid not null,
    district_id uuid not null,
    word_hash   bytea not null,
    since       timestamptz not null,
    primary key (agency_id, school_id)
);
call platform.protect('emergencies.duress_word', 'shared', 'agency_id', 'district_id', 'That a school has agreed on a word for being forced');

-- Which alert stands for a planned drill: its own, or one of the same kind that was pressed a moment before.
create table emergencies.drill_exercise (
    agency_id   uuid not null,
    drill_id    uuid not null,
    alert_id    uuid not null,
    district_id uuid not null,
    pressed_at  timestamptz not null,
    -- Whom the exercise of a planned drill reaches, as its school's drill plan said when it began; null is everybody in every way.
    people      text[],
    ways        text[],
    primary key (agency_id, drill_id),
    check ((people is null) = (ways is null))
);
call platform.protect('emergencies.drill_exercise', 'shared', 'agency_id', 'district_id', 'Which exercise was raised for a planned drill');
create index drill_exercise_alert on emergencies.drill_exercise (alert_id);

-- A press that was not taken because the sender could not prove who they are, or may not press there; the last two hundred of an agency.
create table emergencies.refused_attempt (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid, -- null where only the agency concerns it
    school_id   uuid, -- as the press named it, or the owner's; null where neither is known
    device_id   uuid, -- as it named itself
    label       text not null default '', -- what its owner calls it, where it was registered
    reason      text not null check (reason in ('NOT_SIGNED', 'CLOCK', 'REVOKED', 'EXPIRED', 'OWNER_LEFT', 'UNKNOWN_DEVICE', 'FORGED_TOKEN', 'SIGNED_OUT', 'OTHER_SCHOOL')),
    at          timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.refused_attempt', 'shared', 'agency_id', 'district_id', 'A press that was refused: an attempt nobody has verified');
revoke update on emergencies.refused_attempt from dw_app;
create index refused_attempt_at on emergencies.refused_attempt (agency_id, at desc);
