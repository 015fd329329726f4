-- A file refused as a whole wrote nothing and leaves nothing to undo.
alter table directory.import_run drop constraint import_run_state_check;
alter table directory.import_run add constraint import_run_state_check
    check (state in ('PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'FAILED', 'REFUSED', 'UNDONE'));
