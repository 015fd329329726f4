-- Schools, their buildings and their rooms.

create extension if not exists pg_trgm with schema platform;

-- The hall: schools, their bells and days, and the dated rules every room asks.
create table directory.school (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null references platform.organization,
    nces_id      text,
    state_id     text,
    name         text not null,
    kind         text not null default 'Regular', -- NCES type: Regular, Special education, Career and technical, Alternative
    status       text not null default 'Open',
    low_grade    text,
    high_grade   text,
    level        text not null default 'OTHER' check (level in ('ELEMENTARY', 'MIDDLE', 'HIGH', 'COMBINED', 'OTHER')),
    charter      boolean,
    street       text not null default '',
    city         text not null default '',
    state        text not null default '',
    zip          text not null default '',
    county       text,
    phone        text not null default '',
    locale       text,
    enrollment   int check (enrollment >= 0), -- null: unknown, never zero
    zone         text not null, -- IANA, e.g. America/Phoenix
    latitude     double precision check (latitude between -90 and 90),
    longitude    double precision check (longitude between -180 and 180),
    radius_m     int not null default 150 check (radius_m between 20 and 5000),
    boundary     jsonb, -- polygon as [[lat,lon],...]; wins over the radius
    desk_code    text not null, -- shown at the front desk; proves presence where the position cannot
    archived_at  timestamptz,
    -- Statuses of the national list under which students come (SchoolStatus.OPEN; a test compares).
    in_operation boolean not null generated always as
    (status in ('Open', 'New', 'Added', 'Reopened', 'Changed Agency', 'Changed Boundary/Agency')) stored,
    -- The district's own number for a school in its roster (OneRoster sourcedId).
    roster_id    text,
    primary key (agency_id, id),
    unique (agency_id, nces_id),
    check ((latitude is null) = (longitude is null))
);
call platform.protect('directory.school', 'shared', 'agency_id', 'district_id', 'A school as the national center lists it, with what a check-in needs');
create index school_district on directory.school (district_id);
create index school_name on directory.school using gin (name platform.gin_trgm_ops);
create unique index school_roster on directory.school (agency_id, district_id, roster_id) where roster_id is not null;

create table directory.building (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    name        text not null,
    primary key (agency_id, id),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('directory.building', 'shared', 'agency_id', 'district_id', 'A building of a school');

create table directory.room (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    building_id uuid not null,
    name        text not null,
    floor       text not null default '',
    capacity    int,
    primary key (agency_id, id),
    foreign key (agency_id, building_id) references directory.building
);
call platform.protect('directory.room', 'shared', 'agency_id', 'district_id', 'A room of a building');
