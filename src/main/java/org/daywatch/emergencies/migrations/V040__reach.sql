-- Who was reached by an alert, by which way, and what each person did: one row per alert and person, changed by receipts.
create table emergencies.reach (
    agency_id   uuid not null,
    alert_id    uuid not null,
    person_id   uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    name        text not null,
    role        text not null,
    expected    boolean not null, -- belongs to the school; others who answered are kept and not counted
    told        int not null,     -- version of the alert that last told people something else
    heard       int not null,     -- highest version a receipt named
    state       text not null check (state in ('NOT_REACHED', 'DELIVERED', 'SEEN', 'ACKNOWLEDGED', 'SAFE', 'NEEDS_HELP')),
    since       timestamptz not null,
    way         text check (way in ('STREAM', 'PUSH', 'SMS', 'EMAIL')), -- by which it was delivered
    primary key (agency_id, alert_id, person_id)
);
call platform.protect('emergencies.reach', 'shared', 'agency_id', 'district_id', 'Whether an alert has reached a person, and what he did');
create index reach_person on emergencies.reach (person_id);

create table emergencies.receipt (
    agency_id   uuid not null,
    id          uuid not null, -- chosen by the device: the same twice counts once
    district_id uuid not null,
    school_id   uuid not null,
    alert_id    uuid not null,
    person_id   uuid not null,
    version     int not null,
    kind        text not null check (kind in ('DELIVERED', 'SEEN', 'ACKNOWLEDGED', 'SAFE', 'NEED_HELP')),
    way         text not null check (way in ('STREAM', 'PUSH', 'SMS', 'EMAIL')),
    note        text not null,
    at          timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.receipt', 'shared', 'agency_id', 'district_id', 'What one device or person answered to an alert');
call platform.append_only('emergencies.receipt');
create index receipt_alert on emergencies.receipt (alert_id, at);

-- One try of one way to a person whom the open screens did not reach.
create table emergencies.reach_attempt (
    agency_id   uuid not null,
    id          uuid not null,
    alert_id    uuid not null,
    told        int not null,
    person_id   uuid not null,
    district_id uuid not null,
    way         text not null check (way in ('PUSH', 'SMS', 'EMAIL')),
    state       text not null check (state in ('WAITING', 'SENT', 'RECEIVED', 'LOST', 'EXPIRED', 'NO_ADDRESS')),
    at          timestamptz not null,
    deadline_at timestamptz not null, -- without a receipt by then the next way is tried
    expires_at  timestamptz not null, -- afterward it is no news any more and is not sent
    delivery_id uuid,                 -- the message of this room's or the platform's that carries it
    error       text not null default '',
    primary key (agency_id, alert_id, told, person_id, way)
);
call platform.protect('emergencies.reach_attempt', 'shared', 'agency_id', 'district_id', 'A message to somebody whom an alert had not reached');

-- Browsers that a person allowed to wake him. Endpoint and keys are what the browser's push service gave; revoked ones are deleted.
create table emergencies.push_subscription (
    tenant_id   uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    endpoint    text not null,
    browser_key bytea not null,
    secret      bytea not null,
    label       text not null,
    since       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, person_id, endpoint)
);
call platform.protect('emergencies.push_subscription', 'tenant', 'tenant_id', null, 'A browser that a person allowed to wake him');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('REACH-STREAM', 'REACH_STREAM', 'ALL', 15, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Whom open screens have not reached after so long is sent a message by the next way.'),
('REACH-PUSH', 'REACH_PUSH', 'ALL', 10, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Without a receipt of a push message after so long the next way is tried.'),
('REACH-SMS', 'REACH_SMS', 'ALL', 45, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'Without a receipt of a text message after so long the next way is tried.'),
('REACH-EMAIL', 'REACH_EMAIL', 'ALL', 120, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'So long an email may take before the person counts as not reached by any way.'),
('REACH-EXPIRY', 'REACH_EXPIRY', 'ALL', 900, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A message about an alert is news for so long and is not sent afterward.');
