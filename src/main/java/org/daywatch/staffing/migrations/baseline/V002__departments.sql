-- Police departments: whom to call, on what terms their officers work, and coverage agreed for many schools at once.

create table staffing.department_terms (
    agency_id       uuid not null,
    department_id   uuid not null,
    rank_order      int not null default 1, -- 1: primary; others are partners asked later
    policy_set      text not null, -- which cap policies judge its officers
    prohibited_work text[] not null default '{}',
    zone            text not null,
    -- More of what a department agrees with the agency; hourly rates live elsewhere.
    supervisor_from int check (supervisor_from between 2 and 50), -- from so many officers at one place on, a supervisor stands with them
    supervisor_per  int check (supervisor_per between 1 and 50), -- one supervisor for so many officers
    lead_hours      int not null default 0 check (lead_hours between 0 and 2160), -- asked later than this it is short notice
    cancel_hours    int not null default 24 check (cancel_hours between 0 and 336), -- canceled later than this the minimum is due
    minimum_hours   int not null default 3 check (minimum_hours between 0 and 12),
    -- Terms hold between two days; an empty one is open on that side.
    valid_from      date,
    valid_to        date,
    id              uuid not null default gen_random_uuid(),
    primary key (agency_id, id),
    check ((supervisor_from is null) = (supervisor_per is null)),
    check (valid_to >= valid_from),
    constraint department_terms_one_a_day exclude using gist (agency_id with =, department_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
call platform.protect('staffing.department_terms', 'shared', 'agency_id', 'department_id', 'On what terms a department''s officers work for the agency');

-- Term coverage for many schools at once: what was chosen, what it would make, how far it has come.
create table staffing.term_agreement (
    owner_id      uuid not null,
    id            uuid not null,
    chosen        text not null, -- which schools, in words
    department_id uuid, -- asked first; empty where a district only asks
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
    -- Whoever agrees may have the posts made and opened in the same go, up to a day.
    open_to       date,
    opened        int not null default 0,
    opened_from   date,
    opened_to     date,
    primary key (owner_id, id)
);
call platform.protect('staffing.term_agreement', 'tenant', 'owner_id', null, 'Term coverage agreed for many schools at once, and how far it has come');

create table staffing.term_agreement_school (
    owner_id     uuid not null,
    agreement_id uuid not null,
    school_id    uuid not null,
    school_name  text not null,
    posts        int not null, -- what it would make
    refused      text check (refused in ('NO_BELLS', 'NO_DAYS', 'COVERED')),
    covered_by   text not null default '',
    request_id   uuid,
    number       text not null default '',
    primary key (owner_id, agreement_id, school_id),
    foreign key (owner_id, agreement_id) references staffing.term_agreement on delete cascade
);
call platform.protect('staffing.term_agreement_school', 'tenant', 'owner_id', null, 'One school of a term agreement: its posts and its request, or why not');

-- A department before and beside its terms: whom the agency calls there, whose clock its hours are on, which limits are known of it.
create table staffing.department_contact (
    agency_id     uuid not null,
    id            uuid not null, -- the department's
    contact_name  text not null default '',
    contact_title text not null default '',
    email         text not null default '',
    phone         text not null default '',
    zone          text not null,
    policy_set    text not null, -- NOT_KNOWN until somebody knows which published limits judge its officers
    changed_at    timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('staffing.department_contact', 'shared', 'agency_id', 'id', 'Whom the agency calls at a department, and which clock and limits it has');

-- Terms as they are proposed to a department. They count once it has confirmed them: over a link, or on paper.
create table staffing.terms_proposal (
    agency_id       uuid not null,
    id              uuid not null,
    department_id   uuid not null,
    rank_order      int not null check (rank_order >= 1),
    policy_set      text not null,
    prohibited_work text[] not null default '{}',
    zone            text not null,
    supervisor_from int check (supervisor_from between 2 and 50),
    supervisor_per  int check (supervisor_per between 1 and 50),
    lead_hours      int not null check (lead_hours between 0 and 2160),
    cancel_hours    int not null check (cancel_hours between 0 and 336),
    minimum_hours   int not null check (minimum_hours between 0 and 12),
    valid_from      date not null,
    valid_to        date check (valid_to >= valid_from),
    made_by         uuid not null,
    made_by_name    text not null,
    made_at         timestamptz not null,
    sent_to         text not null default '', -- where the link went; empty where the paper came with the terms
    token_hash      bytea check (length(token_hash) = 32),
    link_until      timestamptz,
    state           text not null check (state in ('WAITING', 'CONFIRMED', 'OBJECTED', 'WITHDRAWN')),
    how             text check (how in ('LINK', 'PAPER')),
    answered_by     text not null default '', -- name and title as the person wrote them, or as they stand on the paper
    answered_title  text not null default '',
    answered_at     timestamptz,
    objection       text not null default '',
    paper_name      text not null default '',
    paper_type      text not null default '',
    paper           bytea, -- encrypted
    version         int not null default 0,
    primary key (agency_id, id),
    check ((supervisor_from is null) = (supervisor_per is null)),
    check ((state = 'CONFIRMED') = (how is not null)),
    check (how is distinct from 'PAPER' or paper is not null)
);
call platform.protect('staffing.terms_proposal', 'shared', 'agency_id', 'department_id', 'Terms proposed to a department, and what it answered');
create unique index terms_proposal_waiting on staffing.terms_proposal (agency_id, department_id) where state = 'WAITING';
create index terms_proposal_link on staffing.terms_proposal (agency_id, token_hash) where token_hash is not null;
