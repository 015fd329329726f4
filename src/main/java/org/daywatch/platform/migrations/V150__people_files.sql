-- A file with rows about people (students first) that somebody asked for: how many rows, why, who else allowed it, when it was taken.
create table platform.people_file (
    tenant_id     uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    person_name   text not null,
    school_id     uuid, -- null: all schools of the organization
    about         text not null check (length(about) between 1 and 300),
    row_count     integer not null check (row_count > 0),
    reason        text not null check (length(reason) between 10 and 300),
    second_needed boolean not null,
    asked_at      timestamptz not null,
    answer        text check (answer in ('YES', 'NO')),
    answered_by   uuid,
    answered_name text,
    answered_at   timestamptz,
    taken_at      timestamptz,
    primary key (tenant_id, id),
    constraint people_file_by_another check (answered_by <> person_id),
    constraint people_file_answered_whole check (num_nulls(answer, answered_by, answered_name, answered_at) in (0, 4)),
    -- One that needs a second person is taken within a day of a yes; any other within a day of being asked for.
    constraint people_file_taken_in_time check (taken_at is null
        or not second_needed and taken_at between asked_at and asked_at + interval '24 hours'
        or second_needed and coalesce(answer = 'YES' and taken_at between answered_at and answered_at + interval '24 hours', false))
);
call platform.protect('platform.people_file', 'tenant', 'tenant_id', null, 'A file with rows about people: who asked for it, how many rows, why, who else allowed it, and when it was taken');
create index people_file_taken on platform.people_file (tenant_id, person_id, taken_at) where taken_at is not null;
-- What was asked and answered stays as it was said, and a file that was taken stays taken.
create function platform.people_file_stays() returns trigger language plpgsql as $$
begin
    if old.taken_at is not null or old.answer is not null and (new.answer, new.answered_by, new.answered_at) is distinct from (old.answer, old.answered_by, old.answered_at)
        or (new.person_id, new.school_id, new.about, new.row_count, new.reason, new.second_needed, new.asked_at)
            is distinct from (old.person_id, old.school_id, old.about, old.row_count, old.reason, old.second_needed, old.asked_at) then
        raise exception 'a file about people is asked for, answered and taken once' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger people_file_stays before update on platform.people_file for each row execute function platform.people_file_stays();
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PEOPLE_FILE', 2190, '2026-01-01', 'DELETE', 'Files with students’ names that somebody took, and why: a file that turns up later is traced by them.');
