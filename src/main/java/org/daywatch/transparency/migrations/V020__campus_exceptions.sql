-- A campus without the officer the law asks for, because its board decided so and named what it does instead.
create table transparency.campus_exception (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    reason       text not null check (reason in ('FUNDING', 'PERSONNEL')),
    alternative  text not null check (length(alternative) between 5 and 300), -- the standard it meets instead
    board_day    date not null,
    renew_by     date check (renew_by > board_day), -- its last day; null where no rule says how long it holds
    rule_version text not null default '',
    added_by     uuid not null,
    added_name   text not null,
    added_at     timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('transparency.campus_exception', 'shared', 'agency_id', 'district_id', 'A board''s exception from having an officer at a campus');
call platform.append_only('transparency.campus_exception');
create index campus_exception_school on transparency.campus_exception (school_id, board_day);
