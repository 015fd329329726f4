-- The public fairness sheet of a month, as it was published, and the secret that makes its pseudonyms.

create table staffing.fairness_secret (
    agency_id uuid not null,
    secret    bytea not null check (octet_length(secret) = 32),
    made_at   timestamptz not null,
    primary key (agency_id)
);
call platform.protect('staffing.fairness_secret', 'agency', 'agency_id', null, 'Key of the hash that gives officers another name each month; never shown, never exported');

create table staffing.fairness_month (
    agency_id    uuid not null,
    id           uuid not null,
    month        date not null check (extract(day from month) = 1),
    sheet        text not null,          -- as it was published: later corrections do not change it
    published_by uuid,
    published_at timestamptz not null,
    reason       text not null check (length(reason) between 5 and 300),
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
call platform.protect('staffing.fairness_month', 'agency', 'agency_id', null, 'A month''s fairness sheet made public, why, and whether it was withdrawn');
create unique index one_fairness_month on staffing.fairness_month (agency_id, month) where withdrawn_at is null;
