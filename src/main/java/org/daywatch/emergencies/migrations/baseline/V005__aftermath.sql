-- After an incident: events with a student, deadlines the law sets, the after-action report and its improvements.

-- What the law makes due when a student is taken into custody or restrained at a school. No student is named here.
create table emergencies.student_event (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    kind        text not null check (kind in ('CUSTODY', 'RESTRAINT')),
    student     text not null check (student ~ '^([A-Z]\.? ?){0,3}$'), -- initials, or nothing
    ward        boolean not null, -- of the state: another office is told than the parents
    at          timestamptz not null,
    place       text not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident,
    check (kind = 'CUSTODY' or not ward)
);
call platform.protect('emergencies.student_event', 'shared', 'agency_id', 'district_id', 'That a student was taken into custody or restrained, without a name');
call platform.append_only('emergencies.student_event');
create index student_event_of on emergencies.student_event (incident_id);

create table emergencies.statutory_clock (
    agency_id    uuid not null,
    event_id     uuid not null,
    code         text not null,
    district_id  uuid not null,
    due_at       timestamptz not null,
    rule_version text not null,
    source       text not null,
    to_confirm   boolean not null,
    outcome      text check (outcome in ('DONE', 'HELD_BACK')),
    answered_at  timestamptz,
    answered_by  text,
    words        text,
    -- An answer says when it was done and how; it may be taken back with a reason; whoever must act is told before and after it is due.
    done_at      timestamptz, -- as whoever did it says; null in answers of before
    how          text check (how in ('IN_PERSON', 'PHONE', 'MESSAGE', 'LETTER')),
    primary key (agency_id, event_id, code),
    foreign key (agency_id, event_id) references emergencies.student_event,
    check (num_nulls(outcome, answered_at, answered_by, words) in (0, 4))
);
call platform.protect('emergencies.statutory_clock', 'shared', 'agency_id', 'district_id', 'What is due by law after such an event, until when, and who did it');
revoke update, delete on emergencies.statutory_clock from dw_app;
grant update (outcome, answered_at, answered_by, words) on emergencies.statutory_clock to dw_app;
grant update (done_at, how) on emergencies.statutory_clock to dw_app;
create index statutory_clock_open on emergencies.statutory_clock (agency_id, due_at) where outcome is null;

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

create table emergencies.statutory_answer (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    event_id    uuid not null,
    code        text not null,
    said        text not null check (said in ('DONE', 'HELD_BACK', 'TAKEN_BACK')),
    how         text check (how in ('IN_PERSON', 'PHONE', 'MESSAGE', 'LETTER')),
    done_at     timestamptz,
    words       text not null,
    at          timestamptz not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, event_id, code) references emergencies.statutory_clock
);
call platform.protect('emergencies.statutory_answer', 'shared', 'agency_id', 'district_id', 'Every answer to what is due by law, and each that was taken back');
call platform.append_only('emergencies.statutory_answer');
create index statutory_answer_of on emergencies.statutory_answer (event_id, code, at);

create table emergencies.statutory_notice (
    agency_id   uuid not null,
    event_id    uuid not null,
    code        text not null,
    kind        text not null check (kind in ('SOON', 'LATE')),
    district_id uuid not null,
    told_at     timestamptz not null,
    primary key (agency_id, event_id, code, kind),
    foreign key (agency_id, event_id, code) references emergencies.statutory_clock
);
call platform.protect('emergencies.statutory_notice', 'shared', 'agency_id', 'district_id', 'Who must act was told once before and once after it was due');
call platform.append_only('emergencies.statutory_notice');
