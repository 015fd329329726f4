-- The cellar: who is acting, how a table declares whose it is, and the records every room relies on.

-- The organization the transaction acts for. Unset and empty mean the same: nobody, so no rows.
create function platform.current_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;

create function platform.current_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.person', true), '')::uuid;

-- Four kinds of table, one procedure each. It forces row security, writes the policy of the kind, grants the
-- application role its rights and records kind, owner and counterparty in the comment, which start-up checks.
create procedure platform.protect(tbl regclass, kind text, owner_column text, counterparty_column text, words text)
    language plpgsql as $$
declare
    seen text := format('%I = (select platform.current_tenant())', owner_column);
    written text := seen;
begin
    if kind = 'shared' then
        seen := format('%I = (select platform.current_tenant()) or %I = (select platform.current_tenant())', owner_column, counterparty_column);
        written := seen;
    elsif kind = 'public' then
        seen := '(select platform.current_tenant()) is not null';
    elsif kind not in ('agency', 'district', 'tenant') then
        raise exception 'unknown kind of table: %', kind;
    end if;
    execute format('alter table %s enable row level security', tbl);
    execute format('alter table %s force row level security', tbl);
    execute format('create policy %I on %s for all to dw_app using (%s) with check (%s)', kind, tbl, seen, written);
    execute format('grant select, insert, update, delete on %s to dw_app', tbl);
    execute format('comment on table %s is %L', tbl,
        format('kind=%s owner=%s counterparty=%s | %s', kind, owner_column, coalesce(counterparty_column, '-'), words));
end $$;

-- Rows that may be added and read but never changed or removed.
create procedure platform.append_only(tbl regclass)
    language plpgsql as $$
begin
    execute format('revoke update, delete on %s from dw_app', tbl);
end $$;

-- Platform tables without tenant data: no row security, but a reason that a test reads.
create procedure platform.exempt(tbl regclass, reason text)
    language plpgsql as $$
begin
    execute format('comment on table %s is %L', tbl, 'kind=exempt | ' || reason);
end $$;

-- Organizations -------------------------------------------------------------------------------------------------

create table platform.organization (
    id          uuid primary key,
    kind        text not null check (kind in ('AGENCY', 'DISTRICT', 'DEPARTMENT', 'PUBLIC')),
    name        text not null check (length(name) between 1 and 200),
    state       text check (state ~ '^[A-Z]{2}$'),
    external_id text, -- NCES district id for districts, ORI for departments
    parent_id   uuid references platform.organization, -- the agency that runs the program for it; null for the agency itself
    created_at  timestamptz not null default now(),
    unique nulls not distinct (parent_id, kind, external_id, name)
);
alter table platform.organization enable row level security;
alter table platform.organization force row level security;
create policy public_read on platform.organization for select to dw_app using ((select platform.current_tenant()) is not null);
create policy founder on platform.organization for insert to dw_app with check (id = (select platform.current_tenant()) or parent_id = (select platform.current_tenant()));
create policy keeper on platform.organization for update to dw_app using (id = (select platform.current_tenant()) or parent_id = (select platform.current_tenant()));
grant select, insert, update on platform.organization to dw_app;
comment on table platform.organization is 'kind=public owner=id counterparty=parent_id | An agency, district, police department or the public: the parties Daywatch acts for';

-- People and how they sign in -----------------------------------------------------------------------------------
-- The application role cannot read these; only the sign-in role can, and it can read nothing else.

create table platform.account (
    person_id       uuid primary key,
    email           text not null unique check (email = lower(email)),
    password_hash   text,
    full_name       text not null,
    language        text not null default 'en',
    state           text not null default 'ACTIVE' check (state in ('INVITED', 'ACTIVE', 'LOCKED', 'LEFT')),
    failed_attempts int not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null default now()
);
call platform.exempt('platform.account', 'A person is not a tenant. Reachable by the sign-in role only; the application role has no grant.');
grant select, insert, update on platform.account to dw_signin;

create table platform.membership (
    org_id      uuid not null references platform.organization,
    person_id   uuid not null,
    role        text not null,
    full_name   text not null,
    email       text not null,
    school_id   uuid, -- a principal's school; null where the whole organization is meant
    since       timestamptz not null default now(),
    until       timestamptz,
    primary key (org_id, person_id, role)
);
call platform.protect('platform.membership', 'tenant', 'org_id', null, 'A person''s place in an organization: the role in which he acts for it');
create policy own_memberships on platform.membership for select to dw_signin using (person_id = (select platform.current_person()));
create policy joining on platform.membership for insert to dw_signin with check (person_id = (select platform.current_person()));
grant select, insert on platform.membership to dw_signin;
create policy names_at_signin on platform.organization for select to dw_signin using ((select platform.current_person()) is not null);
grant select on platform.organization to dw_signin;
-- Workers walk the tenants one by one and bind each before they touch its rows; this list is all they see unbound.
create policy tenants_for_workers on platform.organization for select to dw_worker using (true);
grant select on platform.organization to dw_worker;
create index membership_person on platform.membership (person_id);

create table platform.role_permission (
    role       text not null,
    permission text not null,
    primary key (role, permission)
);
call platform.exempt('platform.role_permission', 'What each role may do, the same for every tenant; reference data kept equal to the code by a test.');
grant select on platform.role_permission to dw_app, dw_signin;

create table platform.session (
    token_hash  bytea primary key, -- SHA-256 of the cookie; the cookie itself is stored nowhere
    id          uuid not null unique,
    person_id   uuid not null references platform.account,
    org_id      uuid references platform.organization,
    role        text,
    school_id   uuid,
    method      text not null, -- PASSKEY, PASSWORD, OIDC, PERSONA
    capacity    text not null default 'NONE' check (capacity in ('NONE', 'SCHOOL_AGENT', 'PEACE_OFFICER')),
    device      text not null default '',
    created_at  timestamptz not null,
    last_seen   timestamptz not null,
    proven_at   timestamptz not null, -- last time the person proved who he is: step-up compares with this
    expires_at  timestamptz not null,
    revoked_at  timestamptz
);
call platform.exempt('platform.session', 'Sessions belong to a person, not to a tenant. Sign-in role only.');
grant select, insert, update, delete on platform.session to dw_signin;
create index session_person on platform.session (person_id);

create table platform.one_time_code (
    code_hash  bytea primary key,
    purpose    text not null check (purpose in ('FIRST_ADMINISTRATOR', 'INVITATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'RECOVERY')),
    person_id  uuid,
    email      text,
    org_id     uuid,
    role       text,
    school_id  uuid,
    approvals  uuid[] not null default '{}', -- RECOVERY needs two administrators
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
call platform.exempt('platform.one_time_code', 'Codes that open a door once: first administrator, invitation, reset, recovery. Sign-in role only.');
grant select, insert, update on platform.one_time_code to dw_signin;

create table platform.passkey_user (
    id           bytea primary key, -- WebAuthn user handle
    person_id    uuid not null unique references platform.account,
    name         text not null unique,
    display_name text not null
);
call platform.exempt('platform.passkey_user', 'WebAuthn user handles. Sign-in role only.');
create table platform.passkey (
    credential_id     bytea primary key,
    user_id           bytea not null references platform.passkey_user,
    public_key        bytea not null,
    signature_count   bigint not null,
    uv_initialized    boolean not null,
    backup_eligible   boolean not null,
    backup_state      boolean not null,
    transports        text not null,
    attestation_object bytea,
    client_data       bytea,
    label             text not null,
    created_at        timestamptz not null,
    last_used         timestamptz not null
);
call platform.exempt('platform.passkey', 'Public keys of passkeys. Sign-in role only.');
grant select, insert, update, delete on platform.passkey_user, platform.passkey to dw_signin;

-- Audit ---------------------------------------------------------------------------------------------------------

create table platform.audit_line (
    tenant_id  uuid not null,
    seq        bigint not null,
    at         timestamptz not null,
    person_id  uuid,
    role       text not null,
    capacity   text not null,
    session_id uuid,
    action     text not null,  -- event or read, in glossary words
    subject    text not null,  -- "shift 0198..." : what it was done to
    detail     text not null, -- JSON as hashed; jsonb would reorder it
    prev_hash  bytea not null,
    hash       bytea not null,
    primary key (tenant_id, seq)
);
call platform.protect('platform.audit_line', 'tenant', 'tenant_id', null, 'One line per command and per sensitive read, chained by hash over every column');
call platform.append_only('platform.audit_line');

create table platform.audit_head (
    tenant_id uuid primary key,
    seq       bigint not null,
    hash      bytea not null
);
call platform.protect('platform.audit_head', 'tenant', 'tenant_id', null, 'The last link of a tenant''s audit chain; locking it orders the lines');

-- Facts to other rooms (Spring Modulith's publication table), and messages to people -----------------------------

create table platform.event_publication (
    id uuid primary key, listener_id text not null, event_type text not null, serialized_event text not null,
    publication_date timestamptz not null, completion_date timestamptz, status text, completion_attempts int, last_resubmission_date timestamptz
);
call platform.exempt('platform.event_publication', 'The relay of facts between rooms. Written in the fact''s own transaction; each listener binds the tenant named in the fact before it touches a row.');
grant select, insert, update, delete on platform.event_publication to dw_app;

create table platform.outbound_message (
    tenant_id  uuid not null,
    id         uuid not null,
    topic      text not null,   -- SHIFT_OFFERED, COVERAGE_GAP, ...
    subject    text not null,
    body       text not null,
    link       text not null default '',
    lane       text not null default 'NORMAL' check (lane in ('URGENT', 'NORMAL')),
    created_at timestamptz not null,
    expires_at timestamptz,
    primary key (tenant_id, id)
);
call platform.protect('platform.outbound_message', 'tenant', 'tenant_id', null, 'What is to be told, stored in the transaction of the fact it tells');

create table platform.delivery (
    tenant_id   uuid not null,
    id          uuid not null,
    message_id  uuid not null,
    person_id   uuid not null,
    channel     text not null check (channel in ('IN_APP', 'EMAIL', 'SMS')),
    address     text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'HELD', 'SENT', 'RECEIVED', 'READ', 'FAILED', 'DEAD', 'EXPIRED', 'SUPPRESSED')),
    attempts    int not null default 0,
    due_at      timestamptz not null,
    sent_at     timestamptz,
    received_at timestamptz,
    read_at     timestamptz,
    provider_id text,
    last_error  text,
    primary key (tenant_id, id),
    foreign key (tenant_id, message_id) references platform.outbound_message
);
call platform.protect('platform.delivery', 'tenant', 'tenant_id', null, 'One message to one person over one channel, with attempts and receipt');
create index delivery_due on platform.delivery (due_at) where state in ('WAITING', 'HELD');
create index delivery_person on platform.delivery (tenant_id, person_id, due_at desc);

create table platform.notification_choice (
    tenant_id uuid not null,
    person_id uuid not null,
    channels  text[] not null default '{IN_APP,EMAIL}',
    phone     text not null default '',
    quiet_from time,
    quiet_to   time,
    zone      text not null default 'America/Phoenix',
    primary key (tenant_id, person_id)
);
call platform.protect('platform.notification_choice', 'tenant', 'tenant_id', null, 'How a person wants to be told, and when not');

-- What open screens wait for: a doorbell with a number, read again by screens that come back.
create table platform.live_event (
    tenant_id uuid not null,
    id        bigint generated always as identity,
    topic     text not null,
    payload   text not null default '',
    at        timestamptz not null default now(),
    primary key (tenant_id, id)
);
call platform.protect('platform.live_event', 'tenant', 'tenant_id', null, 'Something an open screen should fetch again, in order, for resuming by id');

-- Posts from a browser carry a form id, so a double click is one command.
create table platform.submitted_form (
    tenant_id uuid not null,
    form_id   uuid not null,
    at        timestamptz not null default now(),
    primary key (tenant_id, form_id)
);
call platform.protect('platform.submitted_form', 'tenant', 'tenant_id', null, 'Forms already acted upon');

create table platform.setting (
    name  text primary key,
    value text not null
);
call platform.exempt('platform.setting', 'Facts of the installation: when the last backup was taken, which release wrote the data.');
grant select, insert, update on platform.setting to dw_app;

create table platform.calendar_feed (
    token_hash bytea primary key,
    tenant_id  uuid not null,
    person_id  uuid not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
call platform.exempt('platform.calendar_feed', 'A revocable address under which one person''s calendar can be read. Sign-in role only.');
grant select, insert, update on platform.calendar_feed to dw_signin;
