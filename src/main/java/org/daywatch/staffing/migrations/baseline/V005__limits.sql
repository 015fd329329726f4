-- Published limits on off-duty work, what a department approved beyond them, and what an hour is paid.

create table staffing.cap_policy (
    id         text not null,
    department text not null, -- name of the department or shape the rule comes from
    scope      text not null, -- DEPARTMENT:<uuid> or TEMPLATE
    shape      text not null check (shape in ('CALENDAR_DAY', 'ROLLING', 'WEEK', 'MONTH', 'REST_AFTER', 'BEFORE_SHIFT', 'REST_BETWEEN', 'CONTINUOUS')),
    parameters jsonb not null, -- hours, window, week start, what counts
    action     text not null check (action in ('BLOCK', 'WARN', 'APPROVE')),
    valid_from date not null,
    valid_to   date,
    source     text not null,
    to_confirm boolean not null default false,
    words      text not null,
    -- Limits on hours and rest as departments publish them, each with examples that a test computes. A policy belongs to a
    -- set; a department's terms name the set that judges its officers. Figures marked to be confirmed say why in their words.
    policy_set text not null,
    examples   jsonb not null default '[]',
    primary key (id, scope, valid_from)
);
call platform.exempt('staffing.cap_policy', 'Published work-hour rules of departments; the same text for every tenant.');
grant select, insert, update on staffing.cap_policy to dw_app;
create index cap_policy_set on staffing.cap_policy (policy_set);

-- A limit whose policy says "not without the department's word": the word asked for, given, refused, taken back.
create table staffing.cap_approval (
    agency_id       uuid not null,
    id              uuid not null,
    department_id   uuid not null references platform.organization,
    officer_id      uuid not null,
    officer_name    text not null,
    post_id         uuid, -- null: any post inside the window
    place           text not null, -- the school's name, or in words what the window is for
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    policy_id       text not null,
    policy_words    text not null,
    reached         interval not null,
    cap             interval not null, -- allowed up to "reached"; anything further is asked anew
    state           text not null check (state in ('REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'REVOKED')),
    asked_by        uuid not null,
    asked_by_name   text not null,
    asked_at        timestamptz not null,
    asked_reason    text not null default '',
    decided_by      uuid,
    decided_by_name text,
    decided_at      timestamptz,
    decided_reason  text,
    expires_at      timestamptz,
    revoked_by      uuid,
    revoked_by_name text,
    revoked_at      timestamptz,
    revoked_reason  text,
    version         int not null default 0,
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, post_id) references staffing.post,
    check (state not in ('APPROVED', 'REVOKED') or (decided_by is not null and decided_at is not null and expires_at is not null)),
    check ((state = 'REVOKED') = (revoked_at is not null))
);
call platform.protect('staffing.cap_approval', 'shared', 'agency_id', 'department_id', 'The department''s word that one officer may go beyond one limit, once');
create index cap_approval_officer on staffing.cap_approval (agency_id, officer_id, ends_at);
create index cap_approval_department on staffing.cap_approval (department_id, asked_at desc);
create unique index one_question_at_a_time on staffing.cap_approval (agency_id, officer_id, post_id, policy_id) where state = 'REQUESTED';

-- Each warning that a work permission ends is given once: so many days before which last day.
create table staffing.permission_reminder (
    agency_id  uuid not null,
    officer_id uuid not null,
    last_day   date not null,
    days_ahead int not null,
    told_at    timestamptz not null,
    primary key (agency_id, officer_id, last_day, days_ahead),
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.permission_reminder', 'agency', 'agency_id', null, 'That an officer and their department were warned that the permission ends');

-- What an officer is paid an hour off duty, as dated data: what the fairness sheet counts dollars by.
create table staffing.pay_rate (
    agency_id        uuid not null,
    id               uuid not null,
    scope            text not null check (scope = 'DEFAULT' or scope ~ '^DEPARTMENT:[0-9a-f-]{36}$' or scope in ('ROLE:SRO', 'ROLE:SSO', 'ROLE:JPO')),
    cents_per_hour   int not null check (cents_per_hour between 1 and 99999), -- USD per hour, in cents
    valid_from       date not null,
    valid_to         date,
    source           text not null check (length(source) between 3 and 300),
    set_by           uuid,
    set_at           timestamptz not null,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (valid_to is null or valid_to >= valid_from)
);
call platform.protect('staffing.pay_rate', 'agency', 'agency_id', null, 'What an officer is paid an hour: for a department, a role or all, from a day on');
create unique index pay_rate_once on staffing.pay_rate (agency_id, scope, valid_from) where withdrawn_at is null;
