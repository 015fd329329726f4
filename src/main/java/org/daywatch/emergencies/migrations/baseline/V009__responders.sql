-- What responders and 911 receive: links, the command post, webhooks, and notices in the Common Alerting Protocol.

-- A link by which dispatch and arriving units see one alert without an account.
create table emergencies.responder_link (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid not null,
    alert_id      uuid not null,
    token_hash    bytea not null,
    for_whom      text not null check (length(for_whom) between 2 and 120),
    contact       text not null default '', -- phone number or email address it was given to; empty: by QR code
    made_by       uuid not null,
    made_name     text not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    revoked_by    uuid,
    -- Of how many openings of a link the owner of the sealed plans has heard, and when last: each further device is told, at most once a minute.
    told_openings integer not null default 0 check (told_openings >= 0),
    told_at       timestamptz,
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
grant update (told_openings, told_at) on emergencies.responder_link to dw_app;

create table emergencies.responder_opening (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    link_id     uuid not null,
    at          timestamptz not null,
    what        text not null check (what in ('PAGE', 'CAP', 'EIDO', 'PLAN', 'REFUSED')),
    primary key (agency_id, id),
    foreign key (agency_id, link_id) references emergencies.responder_link
);
call platform.protect('emergencies.responder_opening', 'shared', 'agency_id', 'district_id', 'That a responder link was opened, or refused');
call platform.append_only('emergencies.responder_opening');
create index responder_opening_link on emergencies.responder_opening (link_id, at);

-- Addresses outside that hear of incidents, and each message to them: stored in the transaction of the fact it is about.
create table emergencies.webhook (
    tenant_id  uuid not null,
    id         uuid not null,
    school_id  uuid, -- only incidents there; null: of every school of the organization
    name       text not null check (length(name) between 2 and 80),
    address    text not null check (length(address) <= 1000),
    sign_key   bytea not null, -- encrypted (platform/cipher); shown once, to whoever made it
    old_key    bytea, -- signs beside it until then
    old_until  timestamptz,
    made_by    uuid not null,
    made_name  text not null,
    made_at    timestamptz not null,
    stopped_at timestamptz,
    stopped_by uuid,
    -- A receiver chooses in which form it hears and of what: dispatch takes CAP or EIDO, and not everybody wants drills.
    format     text not null default 'EVENT' check (format in ('EVENT', 'CAP', 'EIDO')),
    statuses   text[] not null default '{ACTUAL,EXERCISE,TEST}' check (cardinality(statuses) > 0 and statuses <@ '{ACTUAL,EXERCISE,TEST}'),
    -- Whether an address is that of the center that answers 911. Only such a receiver changes what pages say about 911.
    dispatch   boolean not null default false,
    primary key (tenant_id, id),
    check (num_nulls(old_key, old_until) in (0, 2)),
    check (num_nulls(stopped_at, stopped_by) in (0, 2))
);
call platform.protect('emergencies.webhook', 'tenant', 'tenant_id', null, 'An address outside that hears of incidents');
revoke delete on emergencies.webhook from dw_app;

create table emergencies.webhook_delivery (
    tenant_id   uuid not null,
    id          uuid not null,
    webhook_id  uuid not null,
    incident_id uuid not null,
    version     int not null check (version >= 1), -- 1, 2, 3 for one address and incident; sent in this order
    event       text not null check (event in ('CREATED', 'UPDATED', 'ENDED')),
    fact        text not null,
    at          timestamptz not null,
    school_id   uuid not null,
    status      text not null check (status in ('ACTUAL', 'EXERCISE', 'TEST')),
    action      text not null default '', -- empty: an incident without an alert
    detail      text not null default '',
    state       text not null,
    place       text not null default '',
    commander   text not null default '',
    begun_at    timestamptz not null,
    body        text, -- as it is sent, the same each time; written before the first try
    delivery    text not null default 'WAITING' check (delivery in ('WAITING', 'SENT', 'DEAD', 'SUPPRESSED')),
    attempts    int not null default 0,
    due_at      timestamptz not null,
    sent_at     timestamptz,
    last_error  text,
    primary key (tenant_id, id),
    unique (tenant_id, webhook_id, incident_id, version),
    foreign key (tenant_id, webhook_id) references emergencies.webhook
);
call platform.protect('emergencies.webhook_delivery', 'tenant', 'tenant_id', null, 'A message to an address outside about one step of an incident, and what became of it');
create index webhook_delivery_due on emergencies.webhook_delivery (tenant_id, webhook_id, due_at) where delivery = 'WAITING';
create index webhook_delivery_at on emergencies.webhook_delivery (tenant_id, at desc);
create index webhook_delivery_incident on emergencies.webhook_delivery (tenant_id, incident_id);
-- What it says stays as it was; what became of it changes.
revoke update, delete on emergencies.webhook_delivery from dw_app;
grant update (body, delivery, attempts, due_at, sent_at, last_error) on emergencies.webhook_delivery to dw_app;
grant delete on emergencies.webhook_delivery to dw_app; -- forgetting only

-- How arriving units reach the incident commander, and where the commander is: said by the commander, valid while they command.
create table emergencies.command_post (
    agency_id   uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    held_since  timestamptz not null, -- of the command it belongs to; another commander gives their own
    office      text not null default '' check (length(office) <= 80),
    reach       text not null default '' check (length(reach) <= 80),
    place       text not null default '' check (length(place) <= 120),
    said_at     timestamptz not null,
    said_by     text not null,
    primary key (agency_id, incident_id),
    foreign key (agency_id, incident_id) references emergencies.incident on delete cascade
);
call platform.protect('emergencies.command_post', 'shared', 'agency_id', 'district_id', 'How the commander of an incident is reached, and where they are');

-- Messages of other agencies (weather, a neighboring department), taken in as information for schools. They raise no alert.
create table emergencies.cap_source (
    district_id uuid not null,
    id          uuid not null,
    name        text not null check (length(name) between 2 and 80),
    sign_key    bytea not null, -- encrypted (platform/cipher); shown once
    made_by     uuid not null,
    made_name   text not null,
    made_at     timestamptz not null,
    stopped_at  timestamptz,
    -- The sender's own signature inside the message, beside the key of the address it is posted to.
    public_key  bytea check (length(public_key) between 32 and 2000), -- SubjectPublicKeyInfo; null: the sender signs no messages
    primary key (district_id, id)
);
call platform.protect('emergencies.cap_source', 'district', 'district_id', null, 'Who may send notices of another agency to a district, signed');
revoke update, delete on emergencies.cap_source from dw_app;
grant update (stopped_at, sign_key) on emergencies.cap_source to dw_app;

create table emergencies.cap_notice (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    source_id   uuid, -- null: taken in by hand
    source_name text not null, -- of the sender's key, or of whoever took it in
    identifier  text not null,
    sender      text not null,
    sent        timestamptz not null,
    status      text not null check (status in ('Actual', 'Exercise', 'Test')),
    msg_type    text not null check (msg_type in ('Alert', 'Update', 'Cancel')),
    refers_to   text[] not null, -- sender,identifier,sent of earlier messages, sent in UTC
    expires_at  timestamptz not null,
    schools     uuid[] not null, -- those it concerns, or may concern
    message     bytea not null check (length(message) <= 262144), -- as it came
    received_at timestamptz not null,
    received_by uuid,
    signature   text check (signature in ('NONE', 'NOT_CHECKED', 'VALID')), -- null: taken in before this was written down
    primary key (agency_id, id),
    unique (agency_id, district_id, sender, identifier, sent)
);
call platform.protect('emergencies.cap_notice', 'shared', 'agency_id', 'district_id', 'A message of another agency, as information for schools');
call platform.append_only('emergencies.cap_notice');
create index cap_notice_until on emergencies.cap_notice (district_id, expires_at);
grant delete on emergencies.cap_notice to dw_app; -- forgetting only; a notice is never changed

-- What such a receiver took of something real: its answer was 2xx. Sent is not taken, and of drills and tests nothing is kept here.
create table emergencies.dispatch_taken (
    agency_id   uuid not null,
    id          uuid not null, -- of the message that was taken
    district_id uuid not null,
    school_id   uuid not null,
    incident_id uuid not null, -- that of its alert
    receiver    text not null, -- as the organization called it then
    action      text not null, -- what the school was told by then; empty: an incident without an alert
    detail      text not null,
    said_at     timestamptz not null, -- since when that was true
    taken_at    timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.dispatch_taken', 'shared', 'agency_id', 'district_id', 'What a 911 center took of an incident');
call platform.append_only('emergencies.dispatch_taken');
create index dispatch_taken_incident on emergencies.dispatch_taken (incident_id);
