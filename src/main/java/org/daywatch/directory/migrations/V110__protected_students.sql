-- Whose whereabouts only named people of the school may learn by looking for them. The reason is why somebody may not: no order, no address.
create table directory.student_protection (
    district_id uuid not null,
    id          uuid not null,
    student_id  uuid not null,
    reason      text not null check (length(reason) between 10 and 300),
    first_day   date not null,
    last_day    date check (last_day >= first_day), -- null: until somebody ends it
    entered_by  uuid not null,
    entered_at  timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz,
    primary key (district_id, id),
    foreign key (district_id, student_id) references directory.roster_person on delete cascade,
    check ((ended_by is null) = (ended_at is null))
);
call platform.protect('directory.student_protection', 'district', 'district_id', null, 'A student whom a look-up shows to named people only; the agency never sees this table');
create unique index student_protection_open on directory.student_protection (district_id, student_id) where ended_at is null;

create table directory.student_protection_reader (
    district_id   uuid not null,
    protection_id uuid not null,
    person_id     uuid not null,
    primary key (district_id, protection_id, person_id),
    foreign key (district_id, protection_id) references directory.student_protection on delete cascade
);
call platform.protect('directory.student_protection_reader', 'district', 'district_id', null, 'Who finds a protected student as they find any other');
