-- Invented students in files that people take along. What stands here says that a file carries one and recognizes it when it comes back; who
-- it is follows from the file's id and the district's key, and is written nowhere.
create table directory.canary_key (
    district_id uuid primary key,
    secret      bytea not null, -- encrypted by the data key
    made_at     timestamptz not null
);
call platform.protect('directory.canary_key', 'district', 'district_id', null, 'The key from which a district''s invented students are made and by which they are recognized');

create table directory.canary_place (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid, -- null: all schools of the district
    placed_by   uuid not null,
    placed_name text not null,
    placed_at   timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz,
    primary key (district_id, id),
    check ((ended_by is null) = (ended_at is null))
);
call platform.protect('directory.canary_place', 'district', 'district_id', null, 'Where files of students carry an invented one');
create unique index canary_place_open on directory.canary_place (district_id, school_id) nulls not distinct where ended_at is null;

create table directory.canary_row (
    district_id uuid not null,
    export_id   uuid not null,
    number_mark text not null check (number_mark ~ '^[0-9a-f]{64}$'),
    name_mark   text not null check (name_mark ~ '^[0-9a-f]{64}$'),
    primary key (district_id, export_id),
    unique (district_id, number_mark),
    foreign key (district_id, export_id) references platform.people_file (tenant_id, id) on delete cascade
);
call platform.protect('directory.canary_row', 'district', 'district_id', null, 'The marks of the invented student in a file: hashes of its number and of its name under the district''s key');

create table directory.canary_return (
    district_id uuid not null,
    id          uuid not null,
    export_id   uuid not null,
    way         text not null check (way in ('SEARCH', 'IMPORT', 'FILE')),
    sure        boolean not null, -- number and name; otherwise one of them
    person_id   uuid, -- null: on the command line
    day         date not null,
    at          timestamptz not null,
    primary key (district_id, id),
    foreign key (district_id, export_id) references directory.canary_row on delete cascade
);
call platform.protect('directory.canary_return', 'district', 'district_id', null, 'That the invented student of a file came back: how, when, and by whom');
create unique index canary_return_once on directory.canary_return (district_id, export_id, way, sure, person_id, day) nulls not distinct;
