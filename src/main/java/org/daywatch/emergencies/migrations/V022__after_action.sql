-- What was learned from an incident: what worked, what is to be improved, by whom and until when.
create table emergencies.after_action (
    agency_id   uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    strengths   text not null,
    written_at  timestamptz not null,
    written_by  text not null,
    version     int not null check (version >= 1),
    primary key (agency_id, incident_id),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.after_action', 'shared', 'agency_id', 'district_id', 'What went well in an incident');

create table emergencies.capability_rating (
    agency_id   uuid not null,
    incident_id uuid not null,
    capability  text not null check (capability in ('ALERTING', 'PROTECTING', 'COMMAND', 'COMMUNICATION', 'ACCOUNTABILITY', 'MEDICAL', 'RELEASE', 'REUNIFICATION')),
    district_id uuid not null,
    rating      text not null check (rating in ('P', 'S', 'M', 'U')),
    words       text not null,
    rated_at    timestamptz not null,
    rated_by    text not null,
    primary key (agency_id, incident_id, capability),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.capability_rating', 'shared', 'agency_id', 'district_id', 'How well something worked in an incident: P, S, M or U');

create table emergencies.improvement (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    capability  text not null check (capability in ('ALERTING', 'PROTECTING', 'COMMAND', 'COMMUNICATION', 'ACCOUNTABILITY', 'MEDICAL', 'RELEASE', 'REUNIFICATION')),
    issue       text not null,
    action      text not null,
    owner       text not null,
    due         date not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident
);
call platform.protect('emergencies.improvement', 'shared', 'agency_id', 'district_id', 'What is to be done better, by whom and until when');
call platform.append_only('emergencies.improvement');
create index improvement_of on emergencies.improvement (incident_id);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('ALERT-BUDGET', 'ALERT_BUDGET', 'ALL', 6, 'points in 30 days', '2000-01-01', null, 'Daywatch proposal', true,
 'So many points of signals a school can take in 30 days before people stop listening.'),
('ALERT-WEIGHT-ACTUAL', 'ALERT_WEIGHT_ACTUAL', 'ALL', 1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A real alert for the whole school costs so many points.'),
('ALERT-WEIGHT-FALSE', 'ALERT_WEIGHT_FALSE', 'ALL', 2, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A false alarm for the whole school costs so many points.'),
('ALERT-WEIGHT-EXERCISE', 'ALERT_WEIGHT_EXERCISE', 'ALL', 1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A drill costs so many points.'),
('ALERT-WEIGHT-HELP', 'ALERT_WEIGHT_HELP', 'ALL', 0.1, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A help call costs so many points: only the school’s leaders are shown it.'),
('ALERT-WEIGHT-TEST', 'ALERT_WEIGHT_TEST', 'ALL', 0, 'points', '2000-01-01', null, 'Daywatch proposal', true, 'A silent test costs so many points: nobody sees or hears it.');
