-- Whether an address is that of the center that answers 911. Only such a receiver changes what pages say about 911.
alter table emergencies.webhook add column dispatch boolean not null default false;

-- What such a receiver took of something real: its answer was 2xx. Sent is not taken, and of drills and tests nothing is kept here.
create table emergencies.dispatch_taken (
    agency_id   uuid not null,
    id          uuid not null, -- of the message that was taken
    district_id uuid not null,
    school_id   uuid not null,
    incident_id uuid not null, -- that of its alert
    receiver    text not null, -- as the organization called it then
    action      text not null, -- what the school was told by then; empty: an incident without an alert
    detail      text not null,
    said_at     timestamptz not null, -- since when that was true
    taken_at    timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.dispatch_taken', 'shared', 'agency_id', 'district_id', 'What a 911 center took of an incident');
call platform.append_only('emergencies.dispatch_taken');
create index dispatch_taken_incident on emergencies.dispatch_taken (incident_id);
