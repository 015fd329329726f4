-- Buttons and devices of others that raise an alert.

-- A device that may press and acknowledge by a key of its own, and nothing else.
create table emergencies.device_key (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid, -- null for somebody of the agency itself
    person_id   uuid not null,
    role        text not null, -- in which it was registered: without that place the key opens nothing
    label       text not null check (length(label) between 1 and 80),
    public_key  bytea not null check (length(public_key) = 32), -- Ed25519
    made_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > made_at),
    rule        text not null, -- the version of the rule that says how long it counts
    revoked_at  timestamptz,
    primary key (agency_id, id)
);
call platform.protect('emergencies.device_key', 'shared', 'agency_id', 'district_id', 'The public key of a device that may press alerts for its owner');
create index device_key_person on emergencies.device_key (person_id);
create unique index device_key_once on emergencies.device_key (agency_id, public_key) where revoked_at is null;
revoke update, delete on emergencies.device_key from dw_app;
grant update (revoked_at) on emergencies.device_key to dw_app;

-- A way in for wearables and desk buttons of others. Its secret stands nowhere here: it is made from the house's own key.
create table emergencies.press_hook (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid, -- null: buttons of all schools of the district
    label         text not null check (length(label) between 1 and 80),
    button_field  text not null check (length(button_field) between 1 and 120), -- where a message names its button, such as data.device.id
    event_field   text not null check (length(event_field) between 1 and 120), -- where it names its event
    secret_number int not null check (secret_number >= 1),
    old_until     timestamptz, -- so long the secret before this one counts too
    testing_until timestamptz, -- so long every press is a test
    made_by       text not null,
    made_at       timestamptz not null,
    revoked_at    timestamptz,
    primary key (agency_id, id)
);
call platform.protect('emergencies.press_hook', 'shared', 'agency_id', 'district_id', 'A way in for presses of wearables and desk buttons');
revoke update, delete on emergencies.press_hook from dw_app;
grant update (secret_number, old_until, testing_until, revoked_at) on emergencies.press_hook to dw_app;

-- What one button of a hook means.
create table emergencies.hook_button (
    agency_id   uuid not null,
    hook_id     uuid not null,
    button      text not null check (length(button) between 1 and 120), -- as its vendor calls it
    district_id uuid not null,
    school_id   uuid not null,
    room_id     uuid,
    place       text not null check (length(place) between 1 and 120), -- shown as where it was pressed
    action      text not null check (action in ('HOLD', 'SECURE', 'LOCKDOWN', 'EVACUATE', 'SHELTER', 'HELP_FIGHT', 'HELP_MEDICAL', 'HELP_BEHAVIOR')),
    detail      text not null,
    status      text not null check (status in ('ACTUAL', 'EXERCISE', 'TEST')),
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (agency_id, hook_id, button),
    foreign key (agency_id, hook_id) references emergencies.press_hook
);
call platform.protect('emergencies.hook_button', 'shared', 'agency_id', 'district_id', 'What a button of a wearable or a desk raises, and where');

-- What came in by a hook and what it became; the last hundred of each.
create table emergencies.hook_message (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    hook_id     uuid not null,
    at          timestamptz not null,
    body        text not null,
    outcome     text not null check (outcome in ('PRESSED', 'TESTED', 'UNKNOWN_BUTTON', 'UNREADABLE', 'NOT_SIGNED')),
    press       text not null, -- as the lane was told; empty where nothing was pressed
    primary key (agency_id, id),
    foreign key (agency_id, hook_id) references emergencies.press_hook
);
call platform.protect('emergencies.hook_message', 'shared', 'agency_id', 'district_id', 'What came in by a hook and what it became');
create index hook_message_hook on emergencies.hook_message (hook_id, at desc);
