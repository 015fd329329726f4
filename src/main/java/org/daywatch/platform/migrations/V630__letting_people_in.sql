-- Since when somebody could sign in with the account at all; null: nobody ever could. Only such an account may be opened
-- by what an administrator has in hand.
alter table platform.account add column first_way_in timestamptz;
update platform.account a set first_way_in = a.created_at
 where a.password_hash is not null or a.state = 'LEFT'
    or exists (select from platform.session s where s.person_id = a.person_id)
    or exists (select from platform.passkey_user u where u.person_id = a.person_id);

-- How an invitation's code reached its person. Those of before were shown to whoever invited: without a row below they open nothing.
alter table platform.one_time_code add column invited_by text check (invited_by in ('MAIL', 'TEXT', 'SLIP', 'ACCOUNT'));

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

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('INVITATION', 400, '2026-01-01', 'DELETE', 'Who was invited and never came; one school year, so that nobody is forgotten over a summer.');
