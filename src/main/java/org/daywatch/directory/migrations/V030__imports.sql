-- What imports need beyond the first schema: which file of a package a row stood in, how a row looked after the change
-- (so that undoing does not take back what somebody did since), a heartbeat, and which schools count as open.

alter table directory.import_problem add column file text not null default '';

-- A row as the run left it. Undoing touches only rows that still look like this.
alter table directory.import_change add column after jsonb;
create index import_change_row on directory.import_change (agency_id, run_id, table_name);

alter table directory.import_run
    add column district_id uuid,
    add column bytes_done bigint not null default 0,
    add column bytes_all bigint not null default 0,
    add column beat_at timestamptz,             -- last sign of life; a run without one for a minute has stopped
    add column message text not null default '';
alter table directory.import_run drop constraint import_run_state_check;
alter table directory.import_run add constraint import_run_state_check
    check (state in ('PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'FAILED', 'UNDONE'));
create index import_run_recent on directory.import_run (agency_id, started_at desc);

-- Statuses of the national list under which students come (SchoolStatus.OPEN; a test compares).
alter table directory.school add column in_operation boolean not null generated always as
    (status in ('Open', 'New', 'Added', 'Reopened', 'Changed Agency', 'Changed Boundary/Agency')) stored;

-- The district's own number for a school in its roster (OneRoster sourcedId).
alter table directory.school add column roster_id text;
create unique index school_roster on directory.school (agency_id, district_id, roster_id) where roster_id is not null;
