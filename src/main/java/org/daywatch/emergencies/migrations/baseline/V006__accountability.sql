-- Who is accounted for: the roll call of an incident, room by room and person by person.

-- Where everybody is: who was expected, what each adult said, and what follows. Names belong to the district; the agency gets numbers.
create table emergencies.roll_call (
    district_id uuid not null,
    id          uuid not null,
    agency_id   uuid not null,
    school_id   uuid not null,
    alert_id    uuid not null,
    status      text not null check (status in ('ACTUAL', 'EXERCISE')),
    action      text not null,
    begun_at    timestamptz not null, -- when the alert was raised
    primary key (district_id, id),
    unique (district_id, alert_id)
);
call platform.protect('emergencies.roll_call', 'district', 'district_id', null, 'Who was expected in a school when an alert was raised, and what became of each');

create table emergencies.roll_place (
    district_id  uuid not null,
    id           uuid not null,
    call_id      uuid not null,
    class_id     uuid,
    title        text not null,
    room         text not null,
    adults       text not null,
    adult_emails text[] not null,
    primary key (district_id, id),
    foreign key (district_id, call_id) references emergencies.roll_call
);
call platform.protect('emergencies.roll_place', 'district', 'district_id', null, 'A class as it met when the alert was raised');
create index roll_place_call on emergencies.roll_place (district_id, call_id);

create table emergencies.roll_person (
    district_id uuid not null,
    id          uuid not null,
    call_id     uuid not null,
    place_id    uuid,
    kind        text not null check (kind in ('STUDENT', 'STAFF', 'VISITOR', 'OFFICER', 'OTHER')),
    person_id   uuid, -- in the roster, or the visitor; null for somebody nobody expected
    name        text not null,
    email       text not null default '',
    primary key (district_id, id),
    foreign key (district_id, call_id) references emergencies.roll_call,
    foreign key (district_id, place_id) references emergencies.roll_place
);
call platform.protect('emergencies.roll_person', 'district', 'district_id', null, 'Somebody a roll call asks for');
create index roll_person_call on emergencies.roll_person (district_id, call_id);

create table emergencies.roll_report (
    district_id uuid not null,
    id          uuid not null, -- the phone's own id: sent twice, it counts once
    call_id     uuid not null,
    place_id    uuid, -- null: said at the command post
    source      text not null check (source in ('PHONE', 'PAPER', 'POST')),
    secured     boolean, -- null: nothing was said about it
    said_at     timestamptz not null, -- on paper: as written there
    stored_at   timestamptz not null,
    by_person   uuid not null,
    by_name     text not null,
    primary key (district_id, id),
    foreign key (district_id, call_id) references emergencies.roll_call,
    foreign key (district_id, place_id) references emergencies.roll_place,
    check (said_at <= stored_at)
);
call platform.protect('emergencies.roll_report', 'district', 'district_id', null, 'What one adult reported about one room, once');
call platform.append_only('emergencies.roll_report');
create index roll_report_call on emergencies.roll_report (district_id, call_id, said_at);

create table emergencies.roll_statement (
    district_id    uuid not null,
    report_id      uuid not null,
    roll_person_id uuid not null,
    says           text not null check (says in ('PRESENT', 'MISSING', 'INJURED', 'NEEDS_HELP')),
    primary key (district_id, report_id, roll_person_id),
    foreign key (district_id, report_id) references emergencies.roll_report,
    foreign key (district_id, roll_person_id) references emergencies.roll_person
);
call platform.protect('emergencies.roll_statement', 'district', 'district_id', null, 'What a report says of one person');
call platform.append_only('emergencies.roll_statement');
grant delete on emergencies.roll_report, emergencies.roll_statement to dw_app; -- forgetting only; a report is never changed

-- What the agency and its officers see: numbers.
create table emergencies.roll_count (
    agency_id      uuid not null,
    id             uuid not null,
    district_id    uuid not null,
    school_id      uuid not null,
    alert_id       uuid not null,
    status         text not null,
    expected       int not null,
    present        int not null,
    missing        int not null,
    injured        int not null,
    needs_help     int not null,
    unknown        int not null,
    rooms          int not null,
    rooms_answered int not null,
    rooms_secured  int not null,
    counted_at     timestamptz not null,
    full_at        timestamptz, -- the last of all was in somebody's sight; null while one is unknown or missing
    primary key (agency_id, id),
    check (expected = present + missing + injured + needs_help + unknown)
);
call platform.protect('emergencies.roll_count', 'shared', 'agency_id', 'district_id', 'The numbers of a roll call, without a name');
