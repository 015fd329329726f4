-- What a school is told to do: one row per event, changed in versions, ended by two people.
create table emergencies.alert (
    agency_id   uuid not null,
    id          uuid not null, -- that of its first press
    district_id uuid not null,
    school_id   uuid not null,
    status      text not null check (status in ('ACTUAL', 'EXERCISE', 'TEST')),
    action      text not null check (action in ('HOLD', 'SECURE', 'LOCKDOWN', 'EVACUATE', 'SHELTER', 'HELP_FIGHT', 'HELP_MEDICAL', 'HELP_BEHAVIOR')),
    detail      text not null,
    place       text not null,
    presser     text not null,
    raised_at   timestamptz not null,
    state       text not null check (state in ('ACTIVE', 'RELEASING', 'EVACUATED', 'REUNIFYING', 'ENDED', 'CANCELLED')),
    since       timestamptz not null,
    word_by     uuid, -- the first of the two who end it
    word_name   text,
    word_leads  boolean,
    word_at     timestamptz,
    word_how    text check (word_how in ('ALL_CLEAR', 'FALSE_ALARM')),
    ended_by    text, -- the two names
    version     int not null check (version >= 1),
    primary key (agency_id, id),
    check (num_nulls(word_by, word_name, word_leads, word_at, word_how) in (0, 5)),
    check ((state in ('ENDED', 'CANCELLED')) = (ended_by is not null))
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
    primary key (agency_id, alert_id, room_id),
    foreign key (agency_id, alert_id) references emergencies.alert
);
call platform.protect('emergencies.room_release', 'shared', 'agency_id', 'district_id', 'A room that was let out of a lockdown');
call platform.append_only('emergencies.room_release');

-- Who said "clear" because he was forced to. His own screen shows what it would show without force.
create table emergencies.duress (
    agency_id   uuid not null,
    alert_id    uuid not null,
    person_id   uuid not null,
    district_id uuid not null,
    at          timestamptz not null,
    name        text not null,
    how         text not null check (how in ('ALL_CLEAR', 'FALSE_ALARM')),
    shows_over  boolean not null, -- whether without force it would have been over: then his screen says so and keeps saying it
    primary key (agency_id, alert_id, person_id),
    foreign key (agency_id, alert_id) references emergencies.alert
);
call platform.protect('emergencies.duress', 'shared', 'agency_id', 'district_id', 'An end of an alert that was said under force');
call platform.append_only('emergencies.duress');
