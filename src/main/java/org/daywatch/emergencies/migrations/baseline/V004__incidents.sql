-- Incident command: the log, roles, resources, tasks, photos, and people who said they had called 911.

-- Incidents: what people do about an alert, or about something that needed none; who commands; what was written down and when.
create table emergencies.incident (
    agency_id     uuid not null,
    id            uuid not null, -- that of its alert where it has one
    district_id   uuid not null,
    school_id     uuid not null,
    alert_id      uuid,
    status        text not null check (status in ('ACTUAL', 'EXERCISE')),
    title         text not null default '',
    opened_at     timestamptz not null,
    state         text not null check (state in ('OPEN', 'STANDING_DOWN', 'CLOSED')),
    since         timestamptz not null,
    closed_by     text,
    summary       text,
    held_by       uuid, -- who commands; without an account where assigned by word of mouth
    held_name     text,
    held_since    timestamptz,
    offer_to      text, -- command that was offered and not yet accepted
    offer_briefed text,
    offer_by      uuid,
    offer_name    text,
    offer_at      timestamptz,
    last_entry    int not null default 0,
    version       int not null check (version >= 1),
    primary key (agency_id, id),
    foreign key (agency_id, alert_id) references emergencies.alert,
    check (alert_id is null or alert_id = id),
    check (alert_id is not null or title <> ''),
    check ((state = 'CLOSED') = (closed_by is not null)),
    check (num_nulls(held_name, held_since) in (0, 2)),
    check (num_nulls(offer_to, offer_briefed, offer_by, offer_name, offer_at) in (0, 5))
);
call platform.protect('emergencies.incident', 'shared', 'agency_id', 'district_id', 'What people do about an alert, and who commands');
create index incident_school on emergencies.incident (school_id, opened_at desc);
-- A drill stays a drill, here as for its alert.
revoke update, delete on emergencies.incident from dw_app;
grant update (state, since, closed_by, summary, held_by, held_name, held_since, offer_to, offer_briefed, offer_by, offer_name, offer_at, last_entry, version)
    on emergencies.incident to dw_app;

create table emergencies.incident_entry (
    agency_id     uuid not null,
    incident_id   uuid not null,
    seq           int not null,
    district_id   uuid not null,
    at            timestamptz not null, -- when it was
    written_at    timestamptz not null,
    kind          text not null, -- the fact's name
    detail        text not null default '', -- a word of the house: an action, a role, a state
    words         text not null default '', -- what somebody wrote
    by_name       text not null,
    by_person     uuid,
    corrects      int,
    alert_version int,
    primary key (agency_id, incident_id, seq),
    unique (agency_id, incident_id, alert_version),
    foreign key (agency_id, incident_id) references emergencies.incident,
    check (corrects < seq)
);
call platform.protect('emergencies.incident_entry', 'shared', 'agency_id', 'district_id', 'A line of an incident''s timeline');
call platform.append_only('emergencies.incident_entry');

create table emergencies.incident_role (
    agency_id   uuid not null,
    incident_id uuid not null,
    role        text not null check (role in ('PUBLIC_INFORMATION', 'SAFETY', 'LIAISON', 'OPERATIONS', 'PLANNING', 'LOGISTICS', 'FINANCE')),
    district_id uuid not null,
    name        text not null,
    person_id   uuid,
    since       timestamptz not null,
    primary key (agency_id, incident_id, role),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.incident_role', 'shared', 'agency_id', 'district_id', 'Who has which role in an incident now; the timeline keeps who had it');

create table emergencies.incident_resource (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    kind        text not null check (kind in ('LAW', 'FIRE', 'MEDICAL', 'SCHOOL', 'OTHER')),
    name        text not null,
    place       text not null default '',
    under_role  text not null,
    state       text not null check (state in ('ORDERED', 'EN_ROUTE', 'ARRIVED', 'WORKING', 'RELEASED')),
    ordered_at  timestamptz not null,
    arrived_at  timestamptz,
    since       timestamptz not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.incident_resource', 'shared', 'agency_id', 'district_id', 'A unit at an incident: what, where, in which state');
create index incident_resource_of on emergencies.incident_resource (incident_id);

create table emergencies.incident_task (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    words       text not null,
    owner       text not null,
    due_at      timestamptz,
    given_at    timestamptz not null,
    done_at     timestamptz,
    done_by     text,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident,
    check (num_nulls(done_at, done_by) in (0, 2))
);
call platform.protect('emergencies.incident_task', 'shared', 'agency_id', 'district_id', 'A task in an incident: whose, due when, done');
create index incident_task_of on emergencies.incident_task (incident_id);

create table emergencies.incident_photo (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    caption     text not null,
    media_type  text not null check (media_type in ('image/jpeg', 'image/png')),
    width       int not null,
    height      int not null,
    picture     bytea not null check (length(picture) <= 8388608), -- drawn anew: nothing of what the camera wrote into the file is left
    at          timestamptz not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.incident_photo', 'shared', 'agency_id', 'district_id', 'A photo of an incident, without the camera''s notes');
call platform.append_only('emergencies.incident_photo');
create index incident_photo_of on emergencies.incident_photo (incident_id);

create table emergencies.caller_claim (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    room        text not null, -- as the caller named it
    words       text not null,
    said_at     timestamptz not null,
    findings    text[] not null, -- CODE or CODE|what it is about
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.caller_claim', 'shared', 'agency_id', 'district_id', 'What a caller claimed and what of it fits the school');
call platform.append_only('emergencies.caller_claim');
create index caller_claim_of on emergencies.caller_claim (incident_id);
