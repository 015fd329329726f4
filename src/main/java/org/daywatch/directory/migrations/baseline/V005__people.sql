-- Students and staff from class rosters, their parents and guardians, visitors, and notes on who needs assistance.

-- OneRoster: classes, enrollments and sessions belong to the district alone. Students by id only.
create table directory.roster_class (
    district_id uuid not null,
    id          uuid not null,
    agency_id   uuid not null,
    school_id   uuid not null,
    sourced_id  text not null,
    title       text not null,
    grade       text not null default '',
    session     text not null default '',
    -- Where and when a class meets: as the roster says it, and what the school's clock shows in each period.
    room        text not null default '',
    periods     text not null default '', -- names of periods, separated by commas, as OneRoster has them
    primary key (district_id, id),
    unique (district_id, sourced_id)
);
call platform.protect('directory.roster_class', 'district', 'district_id', null, 'A class from the district''s roster');
create index roster_class_school on directory.roster_class (district_id, school_id);

create table directory.roster_person (
    district_id uuid not null,
    id          uuid not null,
    sourced_id  text not null,
    role        text not null,
    given_name  text not null,
    family_name text not null,
    email       text not null default '',
    school_id   uuid,
    -- The first day on which a student is no longer of the school, because its roster, taken in as a whole, did not name them any more. Null while it does.
    left_on     date,
    primary key (district_id, id),
    unique (district_id, sourced_id)
);
call platform.protect('directory.roster_person', 'district', 'district_id', null, 'A student or member of staff from the district''s roster; the agency never sees this table');
create index roster_person_school on directory.roster_person (district_id, school_id);

create table directory.roster_enrollment (
    district_id uuid not null,
    id          uuid not null,
    sourced_id  text not null,
    class_id    uuid not null,
    person_id   uuid not null,
    role        text not null,
    primary key (district_id, id),
    unique (district_id, sourced_id),
    foreign key (district_id, class_id) references directory.roster_class,
    foreign key (district_id, person_id) references directory.roster_person
);
call platform.protect('directory.roster_enrollment', 'district', 'district_id', null, 'Who is in which class');
-- A roll call asks who is in each class, a student's page which classes they are in. Right after a roster was taken in the planner knows nothing of it yet,
-- and without these it reads every enrollment for every student.
create index roster_enrollment_class on directory.roster_enrollment (district_id, class_id);
create index roster_enrollment_person on directory.roster_enrollment (district_id, person_id);

create table directory.academic_session (
    district_id uuid not null,
    id          uuid not null,
    sourced_id  text not null,
    title       text not null,
    kind        text not null,
    first_day   date not null,
    last_day    date not null,
    primary key (district_id, id),
    unique (district_id, sourced_id)
);
call platform.protect('directory.academic_session', 'district', 'district_id', null, 'A term or school year as the district''s roster names it');

-- Who is in a school besides students and staff: signed in and out at the front desk. The district's own.
create table directory.visitor (
    district_id  uuid not null,
    id           uuid not null,
    school_id    uuid not null,
    name         text not null check (length(name) between 2 and 120),
    organization text not null default '',
    visits       text not null check (length(visits) between 2 and 120), -- whom, as the visitor says it
    purpose      text not null default '',
    id_seen      boolean not null,
    day          date not null, -- at the school's clock
    badge        int not null check (badge > 0), -- printed on the badge; counted from 1 each day
    came_at      timestamptz not null,
    left_at      timestamptz check (left_at >= came_at),
    signed_in_by uuid not null,
    -- Somebody comes to inspect the school for the state: in some states the report is due within days of the visit.
    inspects     boolean not null default false,
    primary key (district_id, id),
    unique (district_id, school_id, day, badge)
);
call platform.protect('directory.visitor', 'district', 'district_id', null, 'A visitor of a school, from signing in to signing out; the agency never sees this table');
create index visitor_here on directory.visitor (district_id, school_id) where left_at is null;

-- Who may collect whom, from when to when, and what a court has said. The district's own.
create table directory.guardian (
    district_id uuid not null,
    id          uuid not null,
    sourced_id  text not null, -- the district's own number for the guardian
    given_name  text not null,
    family_name text not null,
    phone       text not null default '',
    email       text not null default '',
    primary key (district_id, id),
    unique (district_id, sourced_id)
);
call platform.protect('directory.guardian', 'district', 'district_id', null, 'A parent or other adult in a student''s life; the agency never sees this table');

create table directory.guardianship (
    district_id uuid not null,
    id          uuid not null,
    student_id  uuid not null,
    guardian_id uuid not null,
    relation    text not null check (length(relation) between 1 and 60),
    may_collect text not null check (may_collect in ('YES', 'NO', 'CONTESTED')),
    court       text not null check (court in ('NONE', 'PENDING', 'ORDER')),
    document    text not null default '', -- where the order lies; never the order itself
    first_day   date not null,
    last_day    date check (last_day >= first_day),
    entered_by  uuid,
    entered_at  timestamptz not null,
    primary key (district_id, id),
    unique (district_id, student_id, guardian_id, first_day),
    foreign key (district_id, student_id) references directory.roster_person,
    foreign key (district_id, guardian_id) references directory.guardian,
    check (court <> 'ORDER' or document <> '')
);
call platform.protect('directory.guardianship', 'district', 'district_id', null, 'Whether a guardian may collect a student, for which days, and by which court order');
create index guardianship_student on directory.guardianship (district_id, student_id);
create index guardianship_guardian on directory.guardianship (district_id, guardian_id);

-- What one student needs in an emergency, in a sentence for the adult beside them. Read during an alert or by its writer, never otherwise.
create table directory.assistance_note (
    district_id uuid not null,
    id          uuid not null,
    student_id  uuid not null,
    words       text not null check (length(words) between 5 and 400),
    written_by  uuid not null,
    written_at  timestamptz not null,
    ended_at    timestamptz check (ended_at >= written_at),
    primary key (district_id, id),
    foreign key (district_id, student_id) references directory.roster_person
);
call platform.protect('directory.assistance_note', 'district', 'district_id', null, 'What a student needs in an emergency; every reading is audited');
create unique index one_note_per_student on directory.assistance_note (district_id, student_id) where ended_at is null;
