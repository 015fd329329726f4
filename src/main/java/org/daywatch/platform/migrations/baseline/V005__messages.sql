-- Messages that leave Daywatch: what was written, each delivery with its receipt, and what a person chose to receive.

create table platform.outbound_message (
    tenant_id  uuid not null,
    id         uuid not null,
    topic      text not null, -- SHIFT_OFFERED, COVERAGE_GAP, ...
    subject    text not null,
    body       text not null,
    link       text not null default '',
    lane       text not null default 'NORMAL' check (lane in ('URGENT', 'NORMAL')),
    created_at timestamptz not null,
    expires_at timestamptz,
    -- A message keeps its words in every language, so that the inbox shows them in the one its reader reads now. What was sent
    -- by mail or text stays in subject and body; messages stored before this have these only.
    subjects   jsonb not null default '{}', -- {"en": "…", "es": "…"}
    bodies     jsonb not null default '{}',
    primary key (tenant_id, id)
);
call platform.protect('platform.outbound_message', 'tenant', 'tenant_id', null, 'What is to be told, stored in the transaction of the fact it tells');

create table platform.delivery (
    tenant_id   uuid not null,
    id          uuid not null,
    message_id  uuid not null,
    person_id   uuid not null,
    channel     text not null check (channel in ('IN_APP', 'EMAIL', 'SMS')),
    address     text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'HELD', 'SENT', 'RECEIVED', 'READ', 'FAILED', 'DEAD', 'EXPIRED', 'SUPPRESSED')),
    attempts    int not null default 0,
    due_at      timestamptz not null,
    sent_at     timestamptz,
    received_at timestamptz,
    read_at     timestamptz,
    provider_id text,
    last_error  text,
    -- What became of a text message: the gateway says so later, by its own number or by ours, and knows nothing of tenants.
    gateway     text, -- which gateway took it; a receipt of another one is none
    primary key (tenant_id, id),
    foreign key (tenant_id, message_id) references platform.outbound_message
);
call platform.protect('platform.delivery', 'tenant', 'tenant_id', null, 'One message to one person over one channel, with attempts and receipt');
create index delivery_due on platform.delivery (due_at) where state in ('WAITING', 'HELD');
create index delivery_person on platform.delivery (tenant_id, person_id, due_at desc);
create index delivery_text_message on platform.delivery (id) where channel = 'SMS';
create index delivery_text_message_provider on platform.delivery (provider_id) where channel = 'SMS' and provider_id is not null;
grant select (tenant_id, id, channel, gateway, provider_id) on platform.delivery to dw_worker;
create policy receipts_find_their_tenant on platform.delivery for select to dw_worker using (channel in ('SMS', 'EMAIL'));
create index delivery_letter on platform.delivery (id) where channel = 'EMAIL';
create index delivery_letter_provider on platform.delivery (provider_id) where channel = 'EMAIL' and provider_id is not null;

create table platform.notification_choice (
    tenant_id  uuid not null,
    person_id  uuid not null,
    channels   text[] not null default '{IN_APP,EMAIL}',
    phone      text not null default '',
    quiet_from time,
    quiet_to   time,
    zone       text not null,
    primary key (tenant_id, person_id)
);
call platform.protect('platform.notification_choice', 'tenant', 'tenant_id', null, 'How a person wants to be told, and when not');

create table platform.calendar_feed (
    token_hash bytea primary key,
    tenant_id  uuid not null,
    person_id  uuid not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
call platform.exempt('platform.calendar_feed', 'A revocable address under which one person''s calendar can be read. Sign-in role only.');
grant select, insert, update on platform.calendar_feed to dw_signin;

-- The link in a letter by which a person confirms having read it; it can do nothing else. Each try of a letter carries one of its own.
create table platform.read_link (
    tenant_id   uuid not null,
    token_hash  bytea not null check (length(token_hash) = 32),
    delivery_id uuid not null,
    expires_at  timestamptz not null,
    pressed_at  timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, delivery_id) references platform.delivery on delete cascade
);
call platform.protect('platform.read_link', 'tenant', 'tenant_id', null, 'By which link a person confirms having read a letter');
create index read_link_delivery on platform.read_link (tenant_id, delivery_id);

-- By which mail server and which gateway this installation sends, where the environment does not say it. Encrypted as a whole: it holds passwords.
create table platform.outgoing_settings (
    kind       text primary key check (kind in ('MAIL', 'TEXT')),
    content    bytea not null,
    changed_at timestamptz not null
);
call platform.exempt('platform.outgoing_settings', 'One mail server and one gateway for the whole installation, encrypted; changed by administrators of its first agency only.');
grant select, insert, update, delete on platform.outgoing_settings to dw_app;
