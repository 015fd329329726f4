-- What national surveys found of how officers in schools spend their time. Information beside a log, never a measure of a person.
create table transparency.time_study (
    id         text not null,
    name       text not null,
    year       int, -- of the survey; null: not found
    valid_from date not null,
    valid_to   date,
    source     text not null,
    to_confirm boolean not null default false,
    primary key (id)
);
call platform.exempt('transparency.time_study', 'Published surveys, the same for everybody; reference data.');
create table transparency.time_study_share (
    study_id   text not null references transparency.time_study,
    activity   text not null check (activity in ('LAW_ENFORCEMENT', 'MENTORING', 'TEACHING', 'OTHER')),
    percent    int, -- as published; null where hours were
    hours_low  numeric(4, 1), -- a week
    hours_high numeric(4, 1),
    primary key (study_id, activity),
    check ((percent is null) <> (hours_low is null))
);
call platform.exempt('transparency.time_study_share', 'Published surveys, the same for everybody; reference data.');
grant select on transparency.time_study, transparency.time_study_share to dw_app;

insert into transparency.time_study (id, name, year, valid_from, source, to_confirm) values
    ('CPSV', 'Survey of school resource officers, Center for the Prevention of School Violence', null, '2026-01-01', 'ncpublicschools.org/cfss/law-enforcement/sro-role/', true),
    ('NIJ', 'National assessment of school resource officer programs, National Institute of Justice', 2005, '2026-01-01', 'drugwarfacts.org/node/2443, quoting the assessment', true);
insert into transparency.time_study_share (study_id, activity, percent, hours_low, hours_high) values
    ('CPSV', 'LAW_ENFORCEMENT', 50, null, null), ('CPSV', 'MENTORING', 30, null, null), ('CPSV', 'TEACHING', 20, null, null),
    ('NIJ', 'LAW_ENFORCEMENT', null, 20, 20), ('NIJ', 'MENTORING', null, 10, 10), ('NIJ', 'TEACHING', null, 5, 5), ('NIJ', 'OTHER', null, 6, 7);
