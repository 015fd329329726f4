-- What an officer is paid an hour off duty, as dated data: what the fairness sheet counts dollars by.

create table staffing.pay_rate (
    agency_id    uuid not null,
    id           uuid not null,
    scope        text not null check (scope = 'DEFAULT' or scope ~ '^DEPARTMENT:[0-9a-f-]{36}$' or scope in ('ROLE:SRO', 'ROLE:SSO', 'ROLE:JPO')),
    cents_per_hour int not null check (cents_per_hour between 1 and 99999), -- USD per hour, in cents
    valid_from   date not null,
    valid_to     date,
    source       text not null check (length(source) between 3 and 300),
    set_by       uuid,
    set_at       timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (valid_to is null or valid_to >= valid_from)
);
call platform.protect('staffing.pay_rate', 'agency', 'agency_id', null, 'What an officer is paid an hour: for a department, a role or all, from a day on');
create unique index pay_rate_once on staffing.pay_rate (agency_id, scope, valid_from) where withdrawn_at is null;
