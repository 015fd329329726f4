comment on schema billing is 'What districts pay for shifts that were worked: rates, invoices and credit notes';

-- What a district pays for an hour of an officer, as dated data. Where it has none of its own, the one for all holds.
create table billing.rate_card (
    agency_id        uuid not null,
    id               uuid not null,
    district_id      uuid, -- null: for every district that has none of its own for the role
    role             text not null check (role in ('SRO', 'SSO', 'JPO')),
    cents_per_hour   int not null check (cents_per_hour between 1 and 99999), -- USD per hour, in cents
    least_minutes    int not null check (least_minutes between 0 and 720), -- a shift that was worked is billed as so many minutes at least
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
call platform.protect('billing.rate_card', 'agency', 'agency_id', null, 'What a district pays for an hour of an officer in a role, and for how many minutes at least, from a day on');
create unique index rate_card_once on billing.rate_card (agency_id, district_id, role, valid_from) nulls not distinct where withdrawn_at is null;
