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

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('WEBHOOK_DELIVERY', 400, '2026-01-01', 'DELETE', 'What was told to which address: one school year and the summer after it; the incident itself stays.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('WEBHOOK-PATIENCE', 'WEBHOOK_PATIENCE', 'ALL', 10, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A receiver of webhooks must have answered within so long.'),
('WEBHOOK-FIRST-PAUSE', 'WEBHOOK_FIRST_PAUSE', 'ALL', 5, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'After the first failure a webhook message is tried again after so long; each further pause is twice as long.'),
('WEBHOOK-LONGEST-PAUSE', 'WEBHOOK_LONGEST_PAUSE', 'ALL', 900, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'No pause between two tries of a webhook message is longer, unless the receiver asks for it.'),
('WEBHOOK-JITTER', 'WEBHOOK_JITTER', 'ALL', 20, 'percent', '2000-01-01', null, 'Daywatch proposal', true, 'Each pause of a webhook message is longer by chance, at most by so much, so that many do not come at once.'),
('WEBHOOK-ATTEMPTS', 'WEBHOOK_ATTEMPTS', 'ALL', 12, 'times', '2000-01-01', null, 'Daywatch proposal', true, 'A webhook message is tried so often; then it waits for somebody who sends it again.'),
('WEBHOOK-OVERLAP', 'WEBHOOK_OVERLAP', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'After a new key for a webhook the old one signs beside it for so long.');
