-- What a program demands of a school by when: deadlines, exceptions, and standards of plans.

-- A campus without the officer the law asks for, because its board decided so and named what it does instead.
create table transparency.campus_exception (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    reason       text not null check (reason in ('FUNDING', 'PERSONNEL', 'MARSHAL_APPROVAL')),
    alternative  text not null check (length(alternative) between 5 and 300), -- the standard it meets instead
    board_day    date not null,
    renew_by     date check (renew_by > board_day), -- its last day; null where no rule says how long it holds
    rule_version text not null default '',
    added_by     uuid not null,
    added_name   text not null,
    added_at     timestamptz not null,
    approval     text not null default '' check (length(approval) <= 120), -- number or words of the marshal's letter
    primary key (agency_id, id),
    constraint campus_exception_approval check ((reason = 'MARSHAL_APPROVAL') = (approval <> ''))
);
call platform.protect('transparency.campus_exception', 'shared', 'agency_id', 'district_id', 'A board''s exception from having an officer at a campus');
call platform.append_only('transparency.campus_exception');
create index campus_exception_school on transparency.campus_exception (school_id, board_day);
create trigger forgotten_only_by_retention before delete on transparency.campus_exception for each row execute function transparency.forgotten_only_by_retention();

-- What must be done by a moment: a report, a notice, an agreement, an audit. Who was reminded, who was told when it was late, who answered.
create table transparency.program_clock (
    agency_id      uuid not null,
    id             uuid not null,
    district_id    uuid not null,
    school_id      uuid not null,
    officer_id     uuid,
    kind           text not null check (kind in ('INCIDENT_REPORT', 'INSPECTION_REPORT', 'INSPECTION_FINDING', 'SERVICE_AGREEMENT', 'MEMORANDUM', 'NOTICE_OF_ASSIGNMENT',
                                               'EXCEPTION_RENEWAL', 'SAFETY_AUDIT', 'CERTIFICATE')),
    about          text not null default '' check (length(about) <= 300),
    source         text not null default '', -- what else knows of it, as "agreement ID"
    started_at     timestamptz not null,
    warn_at        timestamptz not null,
    due_at         timestamptz not null check (due_at > started_at),
    rule_version   text not null default '', -- empty: a person said by when
    to_confirm     boolean not null default false,
    state          text not null check (state in ('RUNNING', 'WARNED', 'ESCALATED', 'ANSWERED', 'WITHDRAWN')),
    state_at       timestamptz not null,
    done_at        timestamptz, -- when it was done, which may be before somebody said so
    words          text not null default '' check (length(words) <= 500),
    by_name        text not null default '',
    version        int not null default 0,
    -- An answer that is written down later than it is said to have been done says so, and one that would make a late clock an answered one waits for a second person.
    answered_by    uuid, -- who said so; null where Daywatch saw it itself, and for what was answered before this was kept
    proof          text not null default 'NONE' check (proof in ('NONE', 'WANTED', 'GIVEN')),
    confirmed_at   timestamptz,
    confirmed_name text,
    primary key (agency_id, id),
    check ((state = 'ANSWERED') = (done_at is not null)),
    check (proof = 'NONE' or state = 'ANSWERED'),
    check ((proof = 'GIVEN') = (confirmed_at is not null)),
    check ((confirmed_at is null) = (confirmed_name is null))
);
call platform.protect('transparency.program_clock', 'shared', 'agency_id', 'district_id', 'Something a program wants done by a moment, and who answered it');
create index program_clock_school on transparency.program_clock (school_id, due_at);
create index program_clock_open on transparency.program_clock (agency_id, due_at) where state in ('RUNNING', 'WARNED', 'ESCALATED');
create unique index program_clock_source on transparency.program_clock (agency_id, kind, source) where source <> '' and state <> 'WITHDRAWN';
create trigger forgotten_only_by_retention before delete on transparency.program_clock for each row execute function transparency.forgotten_only_by_retention();

-- Every step of it. A step stays; an answer that was taken back stays readable.
create table transparency.program_clock_step (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    clock_id     uuid not null,
    at           timestamptz not null,
    step         text not null check (step in ('STARTED', 'WARNED', 'ESCALATED', 'ANSWERED', 'CONFIRMED', 'REOPENED', 'WITHDRAWN')),
    words        text not null default '',
    by_name      text not null default '', -- empty: nobody's act, the time had come
    said_done_at timestamptz, -- when it is said to have been done, where that is earlier than it was written
    primary key (agency_id, id),
    foreign key (agency_id, clock_id) references transparency.program_clock
);
call platform.protect('transparency.program_clock_step', 'shared', 'agency_id', 'district_id', 'What was done with a program''s clock');
call platform.append_only('transparency.program_clock_step');
create index program_clock_step_clock on transparency.program_clock_step (clock_id, at);
create trigger forgotten_only_by_retention before delete on transparency.program_clock_step for each row execute function transparency.forgotten_only_by_retention();

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

-- How far the emergency plan in force meets what its state asks, as it was told: at its approval, at a review, whenever somebody checked a
-- standard. A plan whose fact tells nothing has a row without codes: not told, which is not none.
create table transparency.plan_standards (
    agency_id   uuid not null,
    plan_id     uuid not null,
    told_at     timestamptz not null,
    district_id uuid not null,
    school_id   uuid not null,
    edition     int not null,
    asked       text[],
    met         text[],
    primary key (agency_id, plan_id, told_at),
    check ((asked is null) = (met is null)),
    check (met is null or met <@ asked)
);
call platform.protect('transparency.plan_standards', 'shared', 'agency_id', 'district_id', 'Which standards of its state the emergency plan of a school was found to meet, and when');
create index plan_standards_school on transparency.plan_standards (school_id, told_at);
create policy written_by_the_agency on transparency.plan_standards as restrictive for insert to dw_app with check (agency_id = (select platform.current_tenant()));
create policy changed_by_the_agency on transparency.plan_standards as restrictive for update to dw_app using (agency_id = (select platform.current_tenant()));
create policy removed_by_the_agency on transparency.plan_standards as restrictive for delete to dw_app using (agency_id = (select platform.current_tenant()));
create trigger forgotten_only_by_retention before delete on transparency.plan_standards for each row execute function transparency.forgotten_only_by_retention();
