-- The secret behind the codes of a person's authenticator app (RFC 6238), encrypted with the data keys beside the database.
create table platform.authenticator_app (
    person_id    uuid primary key references platform.account,
    secret       bytea not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,                -- null until a first code was right
    last_step    bigint not null default 0   -- the half minute whose code was taken last: each counts once
);
call platform.exempt('platform.authenticator_app', 'A person is not a tenant. Reachable by the sign-in role only; the application role has no grant.');
grant select, insert, update, delete on platform.authenticator_app to dw_signin;
