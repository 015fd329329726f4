-- How units that arrive reach whoever commands, and where he stands: said by himself, good while he commands.
create table emergencies.command_post (
    agency_id   uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    held_since  timestamptz not null, -- of the command it belongs to; another commander says his own
    office      text not null default '' check (length(office) <= 80),
    reach       text not null default '' check (length(reach) <= 80),
    place       text not null default '' check (length(place) <= 120),
    said_at     timestamptz not null,
    said_by     text not null,
    primary key (agency_id, incident_id),
    foreign key (agency_id, incident_id) references emergencies.incident on delete cascade
);
call platform.protect('emergencies.command_post', 'shared', 'agency_id', 'district_id', 'How the commander of an incident is reached, and where he stands');
