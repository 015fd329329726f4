-- First and last day of school, said by whoever sends a calendar that does not tell them. Both or neither; kept from the preview to the import.
alter table directory.import_run add column first_day date;
alter table directory.import_run add column last_day date;
alter table directory.import_run add constraint import_run_days_together check ((first_day is null) = (last_day is null) and (first_day is null or first_day < last_day));
