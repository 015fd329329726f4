-- Bells, calendars and their days, and what a district decided about titles it was asked about.

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
create index bell_schedule_school on directory.bell_schedule (school_id);

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
create index calendar_district on directory.calendar (district_id);

create table directory.calendar_day (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    calendar_id uuid not null,
    day         date not null,
    school_id   uuid, -- null: all schools of the calendar
    level       text, -- null: all levels
    kind        text not null check (kind in ('HOLIDAY', 'CLOSURE', 'WEATHER', 'STAFF_ONLY', 'REGULAR', 'EARLY_RELEASE', 'LATE_START', 'HALF_DAY', 'EXAM')),
    note        text not null default '',
    source_uid  text, -- of the iCalendar event it came from
    primary key (agency_id, id),
    unique nulls not distinct (agency_id, calendar_id, day, school_id, level),
    foreign key (agency_id, calendar_id) references directory.calendar
);
call platform.protect('directory.calendar_day', 'shared', 'agency_id', 'district_id', 'A day that differs from the regular one');

create table directory.class_period (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    name        text not null check (length(name) between 1 and 20),
    begins      time not null,
    ends        time not null check (ends > begins),
    primary key (district_id, id),
    unique (district_id, school_id, name)
);
call platform.protect('directory.class_period', 'district', 'district_id', null, 'A lesson of the school day: its name, and when it begins and ends');

-- What people of a district decided about a title of their calendar, applied whenever it comes again.
create table directory.title_decision (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    title       text not null, -- as it stood in the file
    title_key   text not null, -- the same without case and signs
    reads       text not null check (reads in ('NONE', 'HOLIDAY', 'CLOSURE', 'WEATHER', 'STAFF_ONLY', 'REGULAR', 'EARLY_RELEASE', 'LATE_START', 'HALF_DAY', 'EXAM')),
    decided_on  date not null,
    decided_by  uuid,
    primary key (agency_id, id),
    unique (agency_id, district_id, title_key)
);
call platform.protect('directory.title_decision', 'shared', 'agency_id', 'district_id', 'What a title of a district''s calendar means, as its people decided');
