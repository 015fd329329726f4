-- A fact on its way to a room belongs to the organization it names: nobody else reads it, and nobody else's word reaches a room by it.
-- Where a fact names none, nobody is given it.
alter table platform.event_publication drop constraint event_publication_pkey;
alter table platform.event_publication add column tenant_id uuid not null
    generated always as (coalesce((serialized_event::jsonb ->> 'tenant')::uuid, '00000000-0000-0000-0000-000000000000')) stored;
alter table platform.event_publication add primary key (tenant_id, id);
call platform.protect('platform.event_publication', 'tenant', 'tenant_id', null,
    'Facts on their way to rooms; the registry writes them in the fact''s own transaction, and each listener works for the organization the fact names');

-- A district tells what its agency owns, and the reverse: they may leave such a fact, and not read it again.
create policy told_within_the_program on platform.event_publication for insert to dw_app
    with check (exists (select from platform.organization o
        where o.id = (select platform.current_tenant()) and o.parent_id = event_publication.tenant_id
           or o.id = event_publication.tenant_id and o.parent_id = (select platform.current_tenant())));

-- Whoever tells again what was not heard learns for which organizations something waits, and binds each before it reads what.
create policy waiting_for_workers on platform.event_publication for select to dw_worker using (completion_date is null);
grant select (tenant_id, publication_date, completion_date, status, completion_attempts, last_resubmission_date)
    on platform.event_publication to dw_worker;
