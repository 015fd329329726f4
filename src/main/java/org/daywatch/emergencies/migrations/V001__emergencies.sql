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
    primary key (agency_id, id)
);
call platform.protect('emergencies.press', 'shared', 'agency_id', 'district_id', 'A press of an alert button that was accepted');
call platform.append_only('emergencies.press');
create index press_alert on emergencies.press (alert_id);
