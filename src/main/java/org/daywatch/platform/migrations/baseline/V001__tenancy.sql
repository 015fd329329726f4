-- The cellar: who is acting, how a table declares whose it is, and the records every room relies on.
-- The organization the transaction acts for. Unset and empty mean the same: nobody, so no rows.
create function platform.current_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;

create function platform.current_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.person', true), '')::uuid;

-- Four kinds of table, one procedure each. It forces row security, writes the policy of the kind, grants the
-- application role its rights and records kind, owner and counterparty in the comment, which start-up checks.
create procedure platform.protect(tbl regclass, kind text, owner_column text, counterparty_column text, words text)
    language plpgsql as $$
declare
    seen text := format('%I = (select platform.current_tenant())', owner_column);
    written text := seen;
begin
    if kind = 'shared' then
        seen := format('%I = (select platform.current_tenant()) or %I = (select platform.current_tenant())', owner_column, counterparty_column);
        written := seen;
    elsif kind = 'public' then
        seen := '(select platform.current_tenant()) is not null';
    elsif kind not in ('agency', 'district', 'tenant') then
        raise exception 'unknown kind of table: %', kind;
    end if;
    execute format('alter table %s enable row level security', tbl);
    execute format('alter table %s force row level security', tbl);
    execute format('create policy %I on %s for all to dw_app using (%s) with check (%s)', kind, tbl, seen, written);
    execute format('grant select, insert, update, delete on %s to dw_app', tbl);
    execute format('comment on table %s is %L', tbl,
        format('kind=%s owner=%s counterparty=%s | %s', kind, owner_column, coalesce(counterparty_column, '-'), words));
end $$;

-- Rows that may be added and read but never changed or removed.
create procedure platform.append_only(tbl regclass)
    language plpgsql as $$
begin
    execute format('revoke update, delete on %s from dw_app', tbl);
end $$;

-- Platform tables without tenant data: no row security, but a reason that a test reads.
create procedure platform.exempt(tbl regclass, reason text)
    language plpgsql as $$
begin
    execute format('comment on table %s is %L', tbl, 'kind=exempt | ' || reason);
end $$;

-- Organizations -------------------------------------------------------------------------------------------------
create table platform.organization (
    id          uuid primary key,
    kind        text not null check (kind in ('AGENCY', 'DISTRICT', 'DEPARTMENT', 'PUBLIC')),
    name        text not null check (length(name) between 1 and 200),
    state       text check (state ~ '^[A-Z]{2}$'),
    external_id text, -- NCES district id for districts, ORI for departments
    parent_id   uuid references platform.organization, -- the agency that runs the program for it; null for the agency itself
    created_at  timestamptz not null default now(),
    unique nulls not distinct (parent_id, kind, external_id, name)
);
alter table platform.organization enable row level security;
alter table platform.organization force row level security;
create policy public_read on platform.organization for select to dw_app using ((select platform.current_tenant()) is not null);
create policy founder on platform.organization for insert to dw_app with check (id = (select platform.current_tenant()) or parent_id = (select platform.current_tenant()));
create policy keeper on platform.organization for update to dw_app using (id = (select platform.current_tenant()) or parent_id = (select platform.current_tenant()));
grant select, insert, update on platform.organization to dw_app;
comment on table platform.organization is 'kind=public owner=id counterparty=parent_id | An agency, district, police department or the public: the parties Daywatch acts for';
create policy names_at_signin on platform.organization for select to dw_signin using ((select platform.current_person()) is not null);
grant select on platform.organization to dw_signin;
-- Workers walk the tenants one by one and bind each before they touch its rows; this list is all they see unbound.
create policy tenants_for_workers on platform.organization for select to dw_worker using (true);
grant select on platform.organization to dw_worker;
-- An agency may take back a district or department nothing uses; keys that refer to it keep every other from going.
create policy undoer on platform.organization for delete to dw_app
    using (parent_id = (select platform.current_tenant()) and kind in ('DISTRICT', 'DEPARTMENT'));
grant delete on platform.organization to dw_app;

-- What an agency has said of its set-up: an optional step it leaves for now, or that all that is needed was done once (step *).
create table platform.setup_mark (
    tenant_id uuid not null,
    step      text not null check (length(step) between 1 and 40),
    marked_at timestamptz not null,
    marked_by uuid,
    primary key (tenant_id, step)
);
call platform.protect('platform.setup_mark', 'tenant', 'tenant_id', null, 'Steps of the set-up that an agency leaves for now, or has done');
grant delete on platform.setup_mark to dw_app;

-- What an agency says of itself: how late it is at its desk, where it is and how it is reached, and its mark on paper.
create table platform.agency_details (
    org_id    uuid primary key references platform.organization,
    zone      text not null check (length(zone) between 3 and 60),
    address   text not null default '' check (length(address) <= 300),
    telephone text not null default '' check (length(telephone) <= 40),
    logo      bytea check (length(logo) <= 8388608),
    logo_type text check (logo_type in ('image/png', 'image/jpeg')),
    version   int not null default 0,
    check ((logo is null) = (logo_type is null))
);
call platform.protect('platform.agency_details', 'agency', 'org_id', null, 'What an agency says of itself: zone, address, telephone, logo');
