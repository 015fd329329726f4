-- The hall: schools, their bells and days, and the dated rules every room asks.

create table directory.school (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null references platform.organization,
    nces_id      text,
    state_id     text,
    name         text not null,
    kind         text not null default 'Regular',   -- NCES type: Regular, Special education, Career and technical, Alternative
    status       text not null default 'Open',
    low_grade    text,
    high_grade   text,
    level        text not null default 'OTHER' check (level in ('ELEMENTARY', 'MIDDLE', 'HIGH', 'COMBINED', 'OTHER')),
    charter      boolean,
    street       text not null default '',
    city         text not null default '',
    state        text not null default '' ,
    zip          text not null default '',
    county       text,
    phone        text not null default '',
    locale       text,
    enrollment   int check (enrollment >= 0),       -- null: unknown, never zero
    zone         text not null,                     -- IANA, e.g. America/Phoenix
    latitude     double precision check (latitude between -90 and 90),
    longitude    double precision check (longitude between -180 and 180),
    radius_m     int not null default 150 check (radius_m between 20 and 5000),
    boundary     jsonb,                             -- polygon as [[lat,lon],...]; wins over the radius
    desk_code    text not null,                     -- shown at the front desk; proves presence where the position cannot
    archived_at  timestamptz,
    primary key (agency_id, id),
    unique (agency_id, nces_id),
    check ((latitude is null) = (longitude is null))
);
call platform.protect('directory.school', 'shared', 'agency_id', 'district_id', 'A school as the national center lists it, with what a check-in needs');
create index school_district on directory.school (district_id);
create extension if not exists pg_trgm with schema platform;
create index school_name on directory.school using gin (name platform.gin_trgm_ops);

create table directory.building (
    agency_id uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null,
    name text not null,
    primary key (agency_id, id),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('directory.building', 'shared', 'agency_id', 'district_id', 'A building of a school');

create table directory.room (
    agency_id uuid not null, id uuid not null, district_id uuid not null, building_id uuid not null,
    name text not null, floor text not null default '', capacity int,
    primary key (agency_id, id),
    foreign key (agency_id, building_id) references directory.building
);
call platform.protect('directory.room', 'shared', 'agency_id', 'district_id', 'A room of a building');

create table directory.bell_schedule (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    kind        text not null check (kind in ('REGULAR', 'EARLY_RELEASE', 'LATE_START', 'HALF_DAY', 'EXAM')),
    first_bell  time not null,
    last_bell   time not null check (last_bell > first_bell),
    valid_from  date not null default '2000-01-01',
    valid_to    date,
    primary key (agency_id, id),
    unique (agency_id, school_id, kind, valid_from),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('directory.bell_schedule', 'shared', 'agency_id', 'district_id', 'First and last bell of one kind of school day');

create table directory.calendar (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    name        text not null,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    primary key (agency_id, id),
    unique (agency_id, district_id, name)
);
call platform.protect('directory.calendar', 'shared', 'agency_id', 'district_id', 'A district''s school year: weekdays between first and last day are school days unless an exception says otherwise');

create table directory.calendar_day (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    calendar_id uuid not null,
    day         date not null,
    school_id   uuid,  -- null: all schools of the calendar
    level       text,  -- null: all levels
    kind        text not null check (kind in ('HOLIDAY', 'CLOSURE', 'WEATHER', 'STAFF_ONLY', 'REGULAR', 'EARLY_RELEASE', 'LATE_START', 'HALF_DAY', 'EXAM')),
    note        text not null default '',
    source_uid  text, -- of the iCalendar event it came from
    primary key (agency_id, id),
    unique nulls not distinct (agency_id, calendar_id, day, school_id, level),
    foreign key (agency_id, calendar_id) references directory.calendar
);
call platform.protect('directory.calendar_day', 'shared', 'agency_id', 'district_id', 'A day that differs from the regular one');

create table directory.program_rule (
    id           text not null,      -- AZ-CERT-15-249.08-VALIDITY
    code         text not null,      -- the question it answers: POST_MARGIN_BEFORE
    scope        text not null,      -- STATE:AZ, DEPARTMENT:<id>, ALL
    value        numeric not null,
    unit         text not null,
    valid_from   date not null,
    valid_to     date,
    source       text not null,
    to_confirm   boolean not null default false,
    words        text not null default '',
    primary key (id, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
call platform.exempt('directory.program_rule', 'Law and program terms, the same for every tenant; written by migrations and the rules importer only.');
grant select, insert, update on directory.program_rule to dw_app;

create table directory.import_run (
    agency_id   uuid not null,
    id          uuid not null,
    kind        text not null check (kind in ('NCES', 'ONEROSTER', 'CALENDAR', 'OFFICERS', 'DUTY')),
    file_name   text not null,
    file_sha256 text not null,
    state       text not null check (state in ('PREVIEWED', 'RUNNING', 'DONE', 'FAILED', 'UNDONE')),
    rows_read   int not null default 0,
    accepted    int not null default 0,
    refused     int not null default 0,
    created     int not null default 0,
    updated     int not null default 0,
    unchanged   int not null default 0,
    done_rows   int not null default 0,
    started_by  uuid,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    summary     jsonb not null default '{}',
    primary key (agency_id, id)
);
call platform.protect('directory.import_run', 'agency', 'agency_id', null, 'One file taken in: what was read, refused, created, and by whom');

create table directory.import_problem (
    agency_id uuid not null, run_id uuid not null, seq int not null,
    line int not null, field text not null, value text not null, reason text not null,
    primary key (agency_id, run_id, seq),
    foreign key (agency_id, run_id) references directory.import_run
);
call platform.protect('directory.import_problem', 'agency', 'agency_id', null, 'A row that was refused, with line, field, value and reason');

-- What a run changed, so that it can be undone.
create table directory.import_change (
    agency_id uuid not null, run_id uuid not null, seq int not null,
    table_name text not null, row_id uuid not null, before jsonb, -- null: the run created the row
    primary key (agency_id, run_id, seq),
    foreign key (agency_id, run_id) references directory.import_run
);
call platform.protect('directory.import_change', 'agency', 'agency_id', null, 'What an import changed, kept for undoing it');

-- OneRoster: classes, enrollments and sessions belong to the district alone. Students by id only.
create table directory.roster_class (
    district_id uuid not null, id uuid not null, agency_id uuid not null, school_id uuid not null,
    sourced_id text not null, title text not null, grade text not null default '', session text not null default '',
    primary key (district_id, id), unique (district_id, sourced_id)
);
call platform.protect('directory.roster_class', 'district', 'district_id', null, 'A class from the district''s roster');
create table directory.roster_person (
    district_id uuid not null, id uuid not null, sourced_id text not null, role text not null,
    given_name text not null, family_name text not null, email text not null default '', school_id uuid,
    primary key (district_id, id), unique (district_id, sourced_id)
);
call platform.protect('directory.roster_person', 'district', 'district_id', null, 'A student or member of staff from the district''s roster; the agency never sees this table');
create table directory.roster_enrollment (
    district_id uuid not null, id uuid not null, sourced_id text not null, class_id uuid not null, person_id uuid not null, role text not null,
    primary key (district_id, id), unique (district_id, sourced_id),
    foreign key (district_id, class_id) references directory.roster_class,
    foreign key (district_id, person_id) references directory.roster_person
);
call platform.protect('directory.roster_enrollment', 'district', 'district_id', null, 'Who is in which class');
create table directory.academic_session (
    district_id uuid not null, id uuid not null, sourced_id text not null, title text not null, kind text not null,
    first_day date not null, last_day date not null,
    primary key (district_id, id), unique (district_id, sourced_id)
);
call platform.protect('directory.academic_session', 'district', 'district_id', null, 'A term or school year as the district''s roster names it');
