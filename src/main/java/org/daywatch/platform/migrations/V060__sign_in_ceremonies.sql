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

-- An invitation carries the name; the owner of an account may stop a recovery he did not ask for.
alter table platform.one_time_code add column full_name text;
alter table platform.one_time_code drop constraint one_time_code_purpose_check;
alter table platform.one_time_code add constraint one_time_code_purpose_check check (purpose in
    ('FIRST_ADMINISTRATOR', 'INVITATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'RECOVERY', 'RECOVERY_STOP'));
alter table platform.one_time_code add constraint recovery_takes_two check
    (purpose <> 'RECOVERY' or cardinality(approvals) = 2 and approvals[1] <> approvals[2]);
create index one_time_code_org on platform.one_time_code (org_id) where used_at is null;
create index one_time_code_person on platform.one_time_code (person_id) where used_at is null;
create index passkey_of_user on platform.passkey (user_id);
