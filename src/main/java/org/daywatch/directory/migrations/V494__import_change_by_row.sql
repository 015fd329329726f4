-- Undoing asks for some rows of a run, where others stay.
drop index directory.import_change_row;
create index import_change_row on directory.import_change (agency_id, run_id, table_name, row_id);
