-- A what-if waits in the table for whichever node is free, and is taken over when its node died.

alter table staffing.what_if drop constraint what_if_state_check;
alter table staffing.what_if add constraint what_if_state_check check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED'));
alter table staffing.what_if drop constraint what_if_check1;
alter table staffing.what_if add constraint only_what_ended_has_an_end check (state in ('QUEUED', 'RUNNING') or ended_at is not null);
alter table staffing.what_if add column taken_by text;             -- the node that works on it
alter table staffing.what_if add column lease_until timestamptz;   -- after this moment any node may take it over
update staffing.what_if set state = 'QUEUED' where state = 'RUNNING';
alter table staffing.what_if add constraint who_runs_holds_a_lease check (state <> 'RUNNING' or (taken_by is not null and lease_until is not null));
create index what_if_waiting on staffing.what_if (asked_at) where state in ('QUEUED', 'RUNNING');
