-- What became of a text message: the gateway says so later, by its own number or by ours, and knows nothing of tenants.
alter table platform.delivery add column gateway text; -- which gateway took it; a receipt of another one is none
create index delivery_text_message on platform.delivery (id) where channel = 'SMS';
create index delivery_text_message_provider on platform.delivery (provider_id) where channel = 'SMS' and provider_id is not null;
-- The workers' role finds whose message it is, and sees no address and no person; the row itself is written bound to that tenant.
create policy receipts_find_their_tenant on platform.delivery for select to dw_worker using (channel = 'SMS');
grant select (tenant_id, id, channel, gateway, provider_id) on platform.delivery to dw_worker;
