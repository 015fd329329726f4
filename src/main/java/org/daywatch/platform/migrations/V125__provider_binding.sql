-- Which of the sign-in provider's people an account belongs to: an address may be given to somebody else, a subject is not.
create table platform.provider_binding (
    issuer    text not null,
    client    text not null, -- some providers give each client subjects of its own
    subject   text not null check (length(subject) between 1 and 255),
    person_id uuid not null references platform.account,
    bound_at  timestamptz not null,
    primary key (issuer, client, subject),
    unique (person_id, issuer, client)
);
call platform.exempt('platform.provider_binding', 'An account and the provider''s number for its owner. A person is not a tenant. Sign-in role only.');
grant select, insert, delete on platform.provider_binding to dw_signin;

-- When the provider says it asked who somebody is. The longest life of such a session counts from there; null: by created_at.
alter table platform.session add column asked_at timestamptz;
