-- A change of calendar or bells over many schools, carried out while whoever asked for it looks on.

create table directory.change_job (
    tenant_id   uuid not null,                   -- who asked: the agency, or the district itself
    id          uuid not null,
    asked_by    uuid,
    back        text not null check (back like '/%'), -- the page to come back to
    state       text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total       int not null check (total > 0),  -- schools concerned
    done        int not null default 0 check (done between 0 and total),
    started_at  timestamptz not null,
    lease_until timestamptz not null,            -- renewed while it is carried out; running and past: its process died, and nothing was changed
    ended_at    timestamptz,
    primary key (tenant_id, id)
);
call platform.protect('directory.change_job', 'tenant', 'tenant_id', null, 'A change of calendar or bells over many schools, and how far it has come');
