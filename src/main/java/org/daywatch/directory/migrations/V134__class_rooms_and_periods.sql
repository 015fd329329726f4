-- Where and when a class meets: as the roster says it, and what the school's clock shows in each period.

alter table directory.roster_class
    add column room text not null default '',
    add column periods text not null default '';    -- names of periods, separated by commas, as OneRoster has them

create table directory.class_period (
    district_id uuid not null, id uuid not null, school_id uuid not null,
    name        text not null check (length(name) between 1 and 20),
    begins      time not null, ends time not null check (ends > begins),
    primary key (district_id, id),
    unique (district_id, school_id, name)
);
call platform.protect('directory.class_period', 'district', 'district_id', null, 'A lesson of the school day: its name, and when it begins and ends');
