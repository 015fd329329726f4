-- Files that were imported: each run, what was wrong with it, what it changed, and the change carried out in the background.

create table directory.import_run (
    agency_id   uuid not null,
    id          uuid not null,
    kind        text not null check (kind in ('NCES', 'ONEROSTER', 'CALENDAR', 'OFFICERS', 'DUTY', 'GUARDIANS', 'DEPARTMENTS', 'SCHOOLS')),
    file_name   text not null,
    file_sha256 text not null,
    state       text not null check (state in ('PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'FAILED', 'REFUSED', 'UNDONE')),
    rows_read   int not null default 0,
    accepted    int not null default 0,
    refused     int not null default 0,
    created     int not null default 0,
    updated     int not null default 0,
    unchanged   int not null default 0,
    done_rows   int not null default 0,
    started_by  uuid,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    summary     jsonb not null default '{}',
    district_id uuid,
    bytes_done  bigint not null default 0,
    bytes_all   bigint not null default 0,
    beat_at     timestamptz, -- last sign of life; a run without one for a minute has stopped
    message     text not null default '',
    -- In a preview: how many students would have left, and whether that is so many that somebody must say it is right. In a run: how many did.
    leavers     int not null default 0,
    ask_leavers boolean not null default false,
    -- How the titles of a calendar were read, and the year they make.
    calendar    jsonb,
    -- First and last day of school, said by whoever sends a calendar that does not tell them. Both or neither; kept from the preview to the import.
    first_day   date,
    last_day    date,
    primary key (agency_id, id),
    constraint import_run_days_together check ((first_day is null) = (last_day is null) and (first_day is null or first_day < last_day))
);
call platform.protect('directory.import_run', 'agency', 'agency_id', null, 'One file taken in: what was read, refused, created, and by whom');
create index import_run_recent on directory.import_run (agency_id, started_at desc);

create table directory.import_problem (
    agency_id uuid not null,
    run_id    uuid not null,
    seq       int not null,
    line      int not null,
    field     text not null,
    value     text not null,
    reason    text not null,
    -- What imports need beyond the first schema: which file of a package a row stood in, how a row looked after the change
    -- (so that undoing does not take back what somebody did since), a heartbeat, and which schools count as open.
    file      text not null default '',
    primary key (agency_id, run_id, seq),
    foreign key (agency_id, run_id) references directory.import_run
);
call platform.protect('directory.import_problem', 'agency', 'agency_id', null, 'A row that was refused, with line, field, value and reason');

-- What a run changed, so that it can be undone.
create table directory.import_change (
    agency_id  uuid not null,
    run_id     uuid not null,
    seq        int not null,
    table_name text not null,
    row_id     uuid not null,
    before     jsonb, -- null: the run created the row
    -- A row as the run left it. Undoing touches only rows that still look like this.
    after      jsonb,
    primary key (agency_id, run_id, seq),
    foreign key (agency_id, run_id) references directory.import_run
);
call platform.protect('directory.import_change', 'agency', 'agency_id', null, 'What an import changed, kept for undoing it');
create index import_change_row on directory.import_change (agency_id, run_id, table_name, row_id);

-- A change of calendar or bells over many schools, carried out while whoever asked for it looks on.
create table directory.change_job (
    tenant_id   uuid not null, -- who asked: the agency, or the district itself
    id          uuid not null,
    asked_by    uuid,
    back        text not null check (back like '/%'), -- the page to come back to
    state       text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total       int not null check (total > 0), -- schools concerned
    done        int not null default 0 check (done between 0 and total),
    started_at  timestamptz not null,
    lease_until timestamptz not null, -- renewed while it is carried out; running and past: its process died, and nothing was changed
    ended_at    timestamptz,
    primary key (tenant_id, id)
);
call platform.protect('directory.change_job', 'tenant', 'tenant_id', null, 'A change of calendar or bells over many schools, and how far it has come');
