-- What one node told its screens and heard, for the other nodes while there is no bus between them. Kept for a day.
create table emergencies.lane_message (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    person_id   uuid,             -- only this person's screens; null for everybody at the school
    node        text not null,    -- who wrote it; it need not hear it
    event       text not null,    -- alert, reach, quiet; "entry" for a line of the log
    body        text not null,
    written_at  timestamptz not null default now(),
    primary key (agency_id, id)
);
call platform.protect('emergencies.lane_message', 'shared', 'agency_id', 'district_id', 'What the nodes of an installation tell each other about alerts');
create index lane_message_written on emergencies.lane_message (agency_id, written_at);
