-- Who is on duty for tips about a life: hours of a day of the week, at the district's time.
create table relationships.tip_turn (
    district_id uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    weekday     int not null check (weekday between 1 and 7),
    from_time   time not null,
    until_time  time not null, -- on the next day where it is not later
    rank        int not null check (rank between 1 and 9),
    primary key (district_id, id),
    unique (district_id, person_id, weekday, from_time)
);
call platform.protect('relationships.tip_turn', 'district', 'district_id', null, 'Who is on duty for tips about a life, and when');

-- Who was told that one waits. They may read it, whoever has it else.
create table relationships.tip_told (
    district_id uuid not null,
    tip_id      uuid not null,
    person_id   uuid not null,
    told_at     timestamptz not null,
    primary key (district_id, tip_id, person_id),
    foreign key (district_id, tip_id) references relationships.tip on delete cascade
);
call platform.protect('relationships.tip_told', 'district', 'district_id', null, 'Who was told that a tip about a life waits; the agency never sees this table');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('TIP-READ', 'TIP_READ', 'ALL', 5, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'A tip about a life is read within this time; after it, its writer reads that nobody has opened it.'),
('TIP-TELL-SECOND', 'TIP_TELL_SECOND', 'ALL', 5, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'When nobody has read a tip about a life after this time, a second person is told.'),
('TIP-TELL-THIRD', 'TIP_TELL_THIRD', 'ALL', 10, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'When nobody has read a tip about a life after this time, a third person is told.'),
('TIP-TELL-FOURTH', 'TIP_TELL_FOURTH', 'ALL', 20, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'When nobody has read a tip about a life after this time, everybody who may read it is told.');
