-- A link by which dispatch and arriving units see one alert without an account.
create table emergencies.responder_link (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    alert_id    uuid not null,
    token_hash  bytea not null,
    for_whom    text not null check (length(for_whom) between 2 and 120),
    contact     text not null default '', -- phone number or email address it was given to; empty: by QR code
    made_by     uuid not null,
    made_name   text not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    revoked_by  uuid,
    primary key (agency_id, id),
    unique (agency_id, token_hash),
    foreign key (agency_id, alert_id) references emergencies.alert,
    check (expires_at > made_at and expires_at <= made_at + interval '24 hours'),
    check ((revoked_at is null) = (revoked_by is null))
);
call platform.protect('emergencies.responder_link', 'shared', 'agency_id', 'district_id', 'A link that shows one alert to responders without an account');
create index responder_link_alert on emergencies.responder_link (alert_id, made_at);

-- What was given out stays as it was; only its end can come.
revoke update, delete on emergencies.responder_link from dw_app;
grant update (revoked_at, revoked_by) on emergencies.responder_link to dw_app;

create table emergencies.responder_opening (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    link_id     uuid not null,
    at          timestamptz not null,
    what        text not null check (what in ('PAGE', 'CAP', 'EIDO', 'REFUSED')),
    primary key (agency_id, id),
    foreign key (agency_id, link_id) references emergencies.responder_link
);
call platform.protect('emergencies.responder_opening', 'shared', 'agency_id', 'district_id', 'That a responder link was opened, or refused');
call platform.append_only('emergencies.responder_opening');
create index responder_opening_link on emergencies.responder_opening (link_id, at);
