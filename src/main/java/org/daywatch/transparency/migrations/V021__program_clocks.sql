-- What must be done by a moment: a report, a notice, an agreement, an audit. Who was reminded, who was told when it was late, who answered.
create table transparency.program_clock (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    officer_id   uuid,
    kind         text not null check (kind in ('INCIDENT_REPORT', 'INSPECTION_REPORT', 'INSPECTION_FINDING', 'SERVICE_AGREEMENT', 'MEMORANDUM', 'NOTICE_OF_ASSIGNMENT',
                                               'EXCEPTION_RENEWAL', 'SAFETY_AUDIT', 'CERTIFICATE')),
    about        text not null default '' check (length(about) <= 300),
    source       text not null default '', -- what else knows of it, as "agreement ID"
    started_at   timestamptz not null,
    warn_at      timestamptz not null,
    due_at       timestamptz not null check (due_at > started_at),
    rule_version text not null default '', -- empty: a person said by when
    to_confirm   boolean not null default false,
    state        text not null check (state in ('RUNNING', 'WARNED', 'ESCALATED', 'ANSWERED', 'WITHDRAWN')),
    state_at     timestamptz not null,
    done_at      timestamptz, -- when it was done, which may be before somebody said so
    words        text not null default '' check (length(words) <= 500),
    by_name      text not null default '',
    version      int not null default 0,
    primary key (agency_id, id),
    check ((state = 'ANSWERED') = (done_at is not null))
);
call platform.protect('transparency.program_clock', 'shared', 'agency_id', 'district_id', 'Something a program wants done by a moment, and who answered it');
create index program_clock_school on transparency.program_clock (school_id, due_at);
create index program_clock_open on transparency.program_clock (agency_id, due_at) where state in ('RUNNING', 'WARNED', 'ESCALATED');
create unique index program_clock_source on transparency.program_clock (agency_id, kind, source) where source <> '' and state <> 'WITHDRAWN';

-- Every step of it. A step stays; an answer that was taken back stays readable.
create table transparency.program_clock_step (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    clock_id    uuid not null,
    at          timestamptz not null,
    step        text not null check (step in ('STARTED', 'WARNED', 'ESCALATED', 'ANSWERED', 'REOPENED', 'WITHDRAWN')),
    words       text not null default '',
    by_name     text not null default '', -- empty: nobody's act, the time had come
    primary key (agency_id, id),
    foreign key (agency_id, clock_id) references transparency.program_clock
);
call platform.protect('transparency.program_clock_step', 'shared', 'agency_id', 'district_id', 'What was done with a program''s clock');
call platform.append_only('transparency.program_clock_step');
create index program_clock_step_clock on transparency.program_clock_step (clock_id, at);
