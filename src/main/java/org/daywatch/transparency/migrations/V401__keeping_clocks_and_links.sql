-- Clocks, exceptions and review links end like everything else. Nothing here has a source that names a period for it: to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PROGRAM_CLOCK', 2191, '2026-11-01', 'DELETE', 'What a program wanted done by a moment, and who answered it: six years after it was answered, as long as the papers it speaks of. What still runs stays.'),
    ('CAMPUS_EXCEPTION', 2191, '2026-11-01', 'DELETE', 'A board''s exception from having an officer at a campus: six years after its last day. One that has none stays.'),
    ('REVIEW_LINK', 1095, '2026-11-01', 'DELETE', 'To whom figures were shown without an account, and when: three years after the link ended.');

create trigger forgotten_only_by_retention before delete on transparency.program_clock for each row execute function transparency.forgotten_only_by_retention();
create trigger forgotten_only_by_retention before delete on transparency.program_clock_step for each row execute function transparency.forgotten_only_by_retention();
create trigger forgotten_only_by_retention before delete on transparency.campus_exception for each row execute function transparency.forgotten_only_by_retention();
create trigger forgotten_only_by_retention before delete on transparency.review_link for each row execute function transparency.forgotten_only_by_retention();
create trigger forgotten_only_by_retention before delete on transparency.review_opening for each row execute function transparency.forgotten_only_by_retention();
grant delete on transparency.program_clock, transparency.program_clock_step, transparency.campus_exception, transparency.review_link, transparency.review_opening to dw_app;

-- A board's decision that its exception holds no longer: an officer came, or the standard it named instead was given up.
create table transparency.campus_exception_end (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    exception_id uuid not null,
    last_day     date not null,
    reason       text not null check (length(reason) between 5 and 300),
    ended_by     uuid not null,
    ended_name   text not null,
    ended_at     timestamptz not null,
    primary key (agency_id, id),
    unique (agency_id, exception_id),
    foreign key (agency_id, exception_id) references transparency.campus_exception
);
call platform.protect('transparency.campus_exception_end', 'shared', 'agency_id', 'district_id', 'That a board''s exception holds no longer, and why');
call platform.append_only('transparency.campus_exception_end');
create trigger forgotten_only_by_retention before delete on transparency.campus_exception_end for each row execute function transparency.forgotten_only_by_retention();
grant delete on transparency.campus_exception_end to dw_app;
