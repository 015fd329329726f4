-- Who may collect whom, from when to when, and what a court has said. The district's own.

create table directory.guardian (
    district_id uuid not null, id uuid not null,
    sourced_id  text not null,                      -- the district's own number for the guardian
    given_name  text not null, family_name text not null,
    phone       text not null default '', email text not null default '',
    primary key (district_id, id),
    unique (district_id, sourced_id)
);
call platform.protect('directory.guardian', 'district', 'district_id', null, 'A parent or other adult in a student''s life; the agency never sees this table');

create table directory.guardianship (
    district_id uuid not null, id uuid not null,
    student_id    uuid not null, guardian_id uuid not null,
    relation    text not null check (length(relation) between 1 and 60),
    may_collect text not null check (may_collect in ('YES', 'NO', 'CONTESTED')),
    court       text not null check (court in ('NONE', 'PENDING', 'ORDER')),
    document    text not null default '',           -- where the order lies; never the order itself
    first_day   date not null,
    last_day    date check (last_day >= first_day),
    entered_by  uuid, entered_at timestamptz not null,
    primary key (district_id, id),
    unique (district_id, student_id, guardian_id, first_day),
    foreign key (district_id, student_id) references directory.roster_person,
    foreign key (district_id, guardian_id) references directory.guardian,
    check (court <> 'ORDER' or document <> '')
);
call platform.protect('directory.guardianship', 'district', 'district_id', null, 'Whether a guardian may collect a student, for which days, and by which court order');
create index guardianship_student on directory.guardianship (district_id, student_id);
create index guardianship_guardian on directory.guardianship (district_id, guardian_id);

alter table directory.import_run drop constraint import_run_kind_check;
alter table directory.import_run add constraint import_run_kind_check
    check (kind in ('NCES', 'ONEROSTER', 'CALENDAR', 'OFFICERS', 'DUTY', 'GUARDIANS'));

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('GUARDIANSHIP', 730, '2026-01-01', 'DELETE', 'Who may collect a student: two years after its last day, so that a release can still be explained.');
