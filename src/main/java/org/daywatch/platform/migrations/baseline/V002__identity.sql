-- Who may come in: accounts, the roles they have in organizations, sessions, passkeys, one-time codes, invitations and ways back in.

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
    created_at      timestamptz not null default now(),
    -- Since when somebody could sign in with the account at all; null: nobody ever could. Only such an account may be opened
    -- by what an administrator has in hand.
    first_way_in    timestamptz
);
call platform.exempt('platform.account', 'A person is not a tenant. Reachable by the sign-in role only; the application role has no grant.');
grant select, insert, update on platform.account to dw_signin;

create table platform.membership (
    org_id    uuid not null references platform.organization,
    person_id uuid not null,
    role      text not null,
    full_name text not null,
    email     text not null,
    school_id uuid, -- a principal's school; null where the whole organization is meant
    since     timestamptz not null default now(),
    until     timestamptz,
    primary key (org_id, person_id, role)
);
call platform.protect('platform.membership', 'tenant', 'org_id', null, 'A person''s place in an organization: the role in which they act for it');
create policy own_memberships on platform.membership for select to dw_signin using (person_id = (select platform.current_person()));
create policy joining on platform.membership for insert to dw_signin with check (person_id = (select platform.current_person()));
grant select, insert on platform.membership to dw_signin;
create index membership_person on platform.membership (person_id);

create table platform.role_permission (
    role       text not null,
    permission text not null,
    primary key (role, permission)
);
call platform.exempt('platform.role_permission', 'What each role may do, the same for every tenant; reference data kept equal to the code by a test.');
grant select on platform.role_permission to dw_app, dw_signin;

create table platform.session (
    token_hash bytea primary key, -- SHA-256 of the cookie; the cookie itself is stored nowhere
    id         uuid not null unique,
    person_id  uuid not null references platform.account,
    org_id     uuid references platform.organization,
    role       text,
    school_id  uuid,
    method     text not null, -- PASSKEY, PASSWORD, OIDC, PERSONA
    capacity   text not null default 'NONE' check (capacity in ('NONE', 'SCHOOL_AGENT', 'PEACE_OFFICER')),
    device     text not null default '',
    created_at timestamptz not null,
    last_seen  timestamptz not null,
    proven_at  timestamptz not null, -- last time the person proved who they are: step-up compares with this
    expires_at timestamptz not null,
    revoked_at timestamptz
);
call platform.exempt('platform.session', 'Sessions belong to a person, not to a tenant. Sign-in role only.');
grant select, insert, update, delete on platform.session to dw_signin;
create index session_person on platform.session (person_id);
-- Which sessions were closed lately is asked every second by the alert lane.
create index session_revoked on platform.session (revoked_at) where revoked_at is not null;

create table platform.one_time_code (
    code_hash  bytea primary key,
    purpose    text not null check (purpose in ('FIRST_ADMINISTRATOR', 'INVITATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'RECOVERY', 'RECOVERY_STOP')),
    person_id  uuid,
    email      text,
    org_id     uuid,
    role       text,
    school_id  uuid,
    approvals  uuid[] not null default '{}', -- RECOVERY needs two administrators
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    -- An invitation carries the name; the owner of an account may stop a recovery they did not ask for.
    full_name  text,
    -- How an invitation's code reached its person. Those of before were shown to whoever invited: without a row below they open nothing.
    invited_by text check (invited_by in ('MAIL', 'TEXT', 'SLIP', 'ACCOUNT')),
    constraint recovery_takes_two check (purpose <> 'RECOVERY' or cardinality(approvals) = 2 and approvals[1] <> approvals[2])
);
call platform.exempt('platform.one_time_code', 'Codes that open a door once: first administrator, invitation, reset, recovery. Sign-in role only.');
grant select, insert, update on platform.one_time_code to dw_signin;
create index one_time_code_org on platform.one_time_code (org_id) where used_at is null;
create index one_time_code_person on platform.one_time_code (person_id) where used_at is null;
grant delete on platform.one_time_code to dw_signin;

create table platform.passkey_user (
    id           bytea primary key, -- WebAuthn user handle
    person_id    uuid not null unique references platform.account,
    name         text not null unique,
    display_name text not null
);
call platform.exempt('platform.passkey_user', 'WebAuthn user handles. Sign-in role only.');

create table platform.passkey (
    credential_id      bytea primary key,
    user_id            bytea not null references platform.passkey_user,
    public_key         bytea not null,
    signature_count    bigint not null,
    uv_initialized     boolean not null,
    backup_eligible    boolean not null,
    backup_state       boolean not null,
    transports         text not null,
    attestation_object bytea,
    client_data        bytea,
    label              text not null,
    created_at         timestamptz not null,
    last_used          timestamptz not null
);
call platform.exempt('platform.passkey', 'Public keys of passkeys. Sign-in role only.');
grant select, insert, update, delete on platform.passkey_user, platform.passkey to dw_signin;
create index passkey_of_user on platform.passkey (user_id);

-- A passkey or another provider answers a question we asked: the question is kept here, once, for a few minutes, so that
-- no server needs to remember anything and an answer cannot be used twice.
create table platform.sign_in_ceremony (
    id_hash    bytea primary key, -- SHA-256 of the id the browser carries
    kind       text not null check (kind in ('PASSKEY_ADD', 'PASSKEY_SIGN_IN', 'PASSKEY_PROOF', 'OIDC')),
    person_id  uuid, -- who has signed in already; null while nobody has
    question   text not null,
    expires_at timestamptz not null
);
call platform.exempt('platform.sign_in_ceremony', 'Questions to passkeys and providers, for a few minutes and one answer. Nobody has signed in yet. Sign-in role only.');
grant select, insert, delete on platform.sign_in_ceremony to dw_signin;

-- A person has lost passkey and password: two administrators let them in again, never one alone, never at once.
create table platform.recovery (
    org_id        uuid not null references platform.organization,
    id            uuid not null,
    person_id     uuid not null,
    reason        text not null check (length(reason) between 3 and 500),
    requested_by  uuid not null,
    requested_at  timestamptz not null,
    approved_by   uuid,
    approved_at   timestamptz,
    ready_at      timestamptz, -- not before: the owner has until then to say that it was not them
    handed_out_at timestamptz,
    stopped_at    timestamptz,
    stopped_by    uuid,
    primary key (org_id, id),
    check (requested_by <> person_id),
    check (approved_by is null or approved_by <> requested_by and approved_by <> person_id),
    check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (ready_at is null)),
    check (handed_out_at is null or handed_out_at >= ready_at),
    check (handed_out_at is null or stopped_at is null)
);
call platform.protect('platform.recovery', 'tenant', 'org_id', null, 'Letting a person in again who lost their passkey: asked by one administrator, approved by another, delayed, told to the owner');
create unique index recovery_open on platform.recovery (org_id, person_id) where handed_out_at is null and stopped_at is null;

-- What no one may do while acting in a capacity, whatever their role allows: data beside the roles' permissions, and checked with them.
create table platform.capacity_withheld (
    capacity   text not null check (capacity in ('SCHOOL_AGENT', 'PEACE_OFFICER')),
    permission text not null,
    reason     text not null,
    primary key (capacity, permission)
);
call platform.exempt('platform.capacity_withheld', 'What a capacity withholds from every role, the same for every tenant; reference data.');
grant select on platform.capacity_withheld to dw_app, dw_signin;

create table platform.invitation (
    org_id        uuid not null references platform.organization,
    person_id     uuid not null,
    role          text not null,
    school_id     uuid, -- where the role is at one school
    full_name     text not null,
    email         text not null,
    language      text not null default 'en',
    phone         text not null default '', -- for a text message
    invited_by    text not null check (invited_by in ('MAIL', 'TEXT', 'SLIP', 'ACCOUNT')),
    state         text not null check (state in ('WAITING', 'SENT', 'OPENED', 'ACCEPTED', 'FAILED', 'WITHDRAWN')),
    asked_by      uuid, -- null: a command line
    asked_by_name text not null default '',
    asked_at      timestamptz not null,
    due_at        timestamptz not null, -- when it is tried next; claimed until then while it is tried
    attempts      int not null default 0,
    sent_at       timestamptz,
    opened_at     timestamptz,
    ended_at      timestamptz,
    expires_at    timestamptz,
    failure       text,
    primary key (org_id, person_id, role)
);
call platform.protect('platform.invitation', 'tenant', 'org_id', null, 'Who was invited to an organization, in which role, how, and what became of it; the code itself is kept as a hash elsewhere');
create index invitation_due on platform.invitation (org_id, due_at) where state = 'WAITING';
create index invitation_person on platform.invitation (person_id);
-- People who sign in see what they are invited to, and an account that is invited elsewhere is opened by mail only.
create policy own_invitations on platform.invitation for select to dw_signin using (person_id = (select platform.current_person()));
grant select on platform.invitation to dw_signin;
