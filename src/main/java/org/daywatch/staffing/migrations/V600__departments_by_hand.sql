-- A department before and beside its terms: whom the agency calls there, whose clock its hours are on, which limits are known of it.
create table staffing.department_contact (
    agency_id     uuid not null,
    id            uuid not null,               -- the department's
    contact_name  text not null default '',
    contact_title text not null default '',
    email         text not null default '',
    phone         text not null default '',
    zone          text not null,
    policy_set    text not null,               -- NOT_KNOWN until somebody knows which published limits judge its officers
    changed_at    timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('staffing.department_contact', 'shared', 'agency_id', 'id', 'Whom the agency calls at a department, and which clock and limits it has');

-- Terms hold between two days; an empty one is open on that side.
alter table staffing.department_terms
    add valid_from date,
    add valid_to   date,
    add check (valid_to >= valid_from);

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
    sent_to         text not null default '',   -- where the link went; empty where the paper came with the terms
    token_hash      bytea check (length(token_hash) = 32),
    link_until      timestamptz,
    state           text not null check (state in ('WAITING', 'CONFIRMED', 'OBJECTED', 'WITHDRAWN')),
    how             text check (how in ('LINK', 'PAPER')),
    answered_by     text not null default '',   -- name and title as the person wrote them, or as they stand on the paper
    answered_title  text not null default '',
    answered_at     timestamptz,
    objection       text not null default '',
    paper_name      text not null default '',
    paper_type      text not null default '',
    paper           bytea,                      -- encrypted
    version         int not null default 0,
    primary key (agency_id, id),
    check ((supervisor_from is null) = (supervisor_per is null)),
    check ((state = 'CONFIRMED') = (how is not null)),
    check (how is distinct from 'PAPER' or paper is not null)
);
call platform.protect('staffing.terms_proposal', 'shared', 'agency_id', 'department_id', 'Terms proposed to a department, and what it answered');
create unique index terms_proposal_waiting on staffing.terms_proposal (agency_id, department_id) where state = 'WAITING';
create index terms_proposal_link on staffing.terms_proposal (agency_id, token_hash) where token_hash is not null;

insert into platform.role_permission (role, permission) values ('AGENCY_ADMIN', 'DEPARTMENTS_EDIT');
