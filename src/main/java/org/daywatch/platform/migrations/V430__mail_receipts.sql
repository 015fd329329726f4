-- What became of a letter: its mail gateway says so, or the mail server by a delivery report; both know it by our number or theirs.
drop policy receipts_find_their_tenant on platform.delivery;
create policy receipts_find_their_tenant on platform.delivery for select to dw_worker using (channel in ('SMS', 'EMAIL'));
create index delivery_letter on platform.delivery (id) where channel = 'EMAIL';
create index delivery_letter_provider on platform.delivery (provider_id) where channel = 'EMAIL' and provider_id is not null;

-- The link in a letter by which a person says that he has read it; it can do nothing else. Each try of a letter carries one of its own.
create table platform.read_link (
    tenant_id   uuid not null,
    token_hash  bytea not null check (length(token_hash) = 32),
    delivery_id uuid not null,
    expires_at  timestamptz not null,
    pressed_at  timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, delivery_id) references platform.delivery on delete cascade
);
call platform.protect('platform.read_link', 'tenant', 'tenant_id', null, 'By which link a person says that he has read a letter');
create index read_link_delivery on platform.read_link (tenant_id, delivery_id);
