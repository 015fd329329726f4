-- Term coverage for many schools at once: what was chosen, what it would make, how far it has come.

create table staffing.term_agreement (
    owner_id      uuid not null,
    id            uuid not null,
    chosen        text not null,          -- which schools, in words
    department_id uuid,                   -- asked first; empty where a district only asks
    role          text not null check (role in ('SRO', 'SSO', 'JPO')),
    officers      int not null check (officers between 1 and 50),
    first_day     date not null,
    last_day      date not null check (last_day >= first_day),
    weekdays      int[] not null,
    reason        text not null,
    duties        text not null,
    contact       text not null default '',
    work_kind     text not null,
    state         text not null check (state in ('LOOKING', 'LOOKED', 'AGREEING', 'AGREED', 'WITHDRAWING', 'WITHDRAWN', 'FAILED')),
    total         int not null default 0,
    done          int not null default 0,
    problem       text,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    primary key (owner_id, id)
);
call platform.protect('staffing.term_agreement', 'tenant', 'owner_id', null, 'Term coverage agreed for many schools at once, and how far it has come');

create table staffing.term_agreement_school (
    owner_id     uuid not null,
    agreement_id uuid not null,
    school_id    uuid not null,
    school_name  text not null,
    posts        int not null,            -- what it would make
    refused      text check (refused in ('NO_BELLS', 'NO_DAYS', 'COVERED')),
    covered_by   text not null default '',
    request_id   uuid,
    number       text not null default '',
    primary key (owner_id, agreement_id, school_id),
    foreign key (owner_id, agreement_id) references staffing.term_agreement on delete cascade
);
call platform.protect('staffing.term_agreement_school', 'tenant', 'owner_id', null, 'One school of a term agreement: its posts and its request, or why not');
