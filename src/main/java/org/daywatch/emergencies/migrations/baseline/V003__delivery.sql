-- How an alert reaches people: the fast lane, who received and saw it, devices, and tests of each path.

-- What one node told its screens and heard, for the other nodes while there is no bus between them. Kept for a day.
create table emergencies.lane_message (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    person_id   uuid, -- only this person's screens; null for everybody at the school
    node        text not null, -- who wrote it; it need not hear it
    event       text not null, -- alert, reach, quiet; "entry" for a line of the log
    body        text not null,
    written_at  timestamptz not null default now(),
    primary key (agency_id, id)
);
call platform.protect('emergencies.lane_message', 'shared', 'agency_id', 'district_id', 'What the nodes of an installation tell each other about alerts');
create index lane_message_written on emergencies.lane_message (agency_id, written_at);

-- Who was reached by an alert, by which way, and what each person did: one row per alert and person, changed by receipts.
create table emergencies.reach (
    agency_id   uuid not null,
    alert_id    uuid not null,
    person_id   uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    name        text not null,
    role        text not null,
    expected    boolean not null, -- belongs to the school; others who answered are kept and not counted
    told        int not null, -- version of the alert that last told people something else
    heard       int not null, -- highest version a receipt named
    state       text not null check (state in ('NOT_REACHED', 'DELIVERED', 'SEEN', 'ACKNOWLEDGED', 'SAFE', 'NEEDS_HELP')),
    since       timestamptz not null,
    way         text check (way in ('STREAM', 'PUSH', 'SMS', 'EMAIL')), -- by which it was delivered
    primary key (agency_id, alert_id, person_id)
);
call platform.protect('emergencies.reach', 'shared', 'agency_id', 'district_id', 'Whether an alert has reached a person, and what they did');
create index reach_person on emergencies.reach (person_id);

create table emergencies.receipt (
    agency_id   uuid not null,
    id          uuid not null, -- chosen by the device: the same twice counts once
    district_id uuid not null,
    school_id   uuid not null,
    alert_id    uuid not null,
    person_id   uuid not null,
    version     int not null,
    kind        text not null check (kind in ('DELIVERED', 'SEEN', 'ACKNOWLEDGED', 'SAFE', 'NEED_HELP')),
    way         text not null check (way in ('STREAM', 'PUSH', 'SMS', 'EMAIL')),
    note        text not null,
    at          timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.receipt', 'shared', 'agency_id', 'district_id', 'What one device or person answered to an alert');
call platform.append_only('emergencies.receipt');
create index receipt_alert on emergencies.receipt (alert_id, at);
create index receipt_at on emergencies.receipt (agency_id, at);

-- One try of one way to a person whom the open screens did not reach.
create table emergencies.reach_attempt (
    agency_id   uuid not null,
    id          uuid not null,
    alert_id    uuid not null,
    told        int not null,
    person_id   uuid not null,
    district_id uuid not null,
    way         text not null check (way in ('PUSH', 'SMS', 'EMAIL')),
    state       text not null check (state in ('WAITING', 'SENT', 'RECEIVED', 'LOST', 'EXPIRED', 'NO_ADDRESS')),
    at          timestamptz not null,
    deadline_at timestamptz not null, -- without a receipt by then the next way is tried
    expires_at  timestamptz not null, -- afterward it is no news any more and is not sent
    delivery_id uuid, -- the message of this room's or the platform's that carries it
    error       text not null default '',
    primary key (agency_id, alert_id, told, person_id, way)
);
call platform.protect('emergencies.reach_attempt', 'shared', 'agency_id', 'district_id', 'A message to somebody whom an alert had not reached');

-- Browsers that a person allowed to wake them. Endpoint and keys are what the browser's push service gave; revoked ones are deleted.
create table emergencies.push_subscription (
    tenant_id   uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    endpoint    text not null,
    browser_key bytea not null,
    secret      bytea not null,
    label       text not null,
    since       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, person_id, endpoint)
);
call platform.protect('emergencies.push_subscription', 'tenant', 'tenant_id', null, 'A browser that a person allowed to wake them');

-- A screen or phone that named its place, so that a test can say where the way to it is broken.
create table emergencies.screen_device (
    agency_id   uuid not null,
    id          uuid not null, -- chosen by the browser and kept there
    district_id uuid not null,
    school_id   uuid not null,
    room_id     uuid,
    place       text not null, -- the room's name, or a place in words
    named_by    text not null,
    since       timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.screen_device', 'shared', 'agency_id', 'district_id', 'A screen or phone that named its place at a school');
create index screen_device_school on emergencies.screen_device (school_id);

-- One silent test per school and week; what came back are the receipts of its alert.
create table emergencies.path_test (
    agency_id   uuid not null,
    school_id   uuid not null,
    week        date not null, -- its Monday, by the school's own clock
    district_id uuid not null,
    alert_id    uuid not null,
    at          timestamptz not null,
    ended_at    timestamptz,
    primary key (agency_id, school_id, week)
);
call platform.protect('emergencies.path_test', 'shared', 'agency_id', 'district_id', 'A weekly silent test of the way to the devices of a school');
create index path_test_alert on emergencies.path_test (alert_id);
