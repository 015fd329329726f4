-- A student's account is held back from parents: by a court, or while a report of abuse is open. What the report says stands nowhere here.
create table directory.account_hold (
    district_id uuid not null,
    id          uuid not null,
    student_id  uuid not null,
    ground      text not null check (ground in ('COURT', 'ABUSE_REPORT')),
    paper       text not null check (length(paper) between 5 and 200),
    placed_by   uuid not null,
    placed_name text not null,
    placed_at   timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz check (ended_at >= placed_at),
    primary key (district_id, id),
    foreign key (district_id, student_id) references directory.roster_person on delete cascade,
    check ((ended_by is null) = (ended_at is null))
);
call platform.protect('directory.account_hold', 'district', 'district_id', null, 'That a student''s own account is held back from parents, why, by whom and until when');
create unique index account_hold_open on directory.account_hold (district_id, student_id) where ended_at is null;
