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
