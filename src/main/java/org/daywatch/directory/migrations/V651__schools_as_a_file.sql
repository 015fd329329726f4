alter table directory.import_run drop constraint import_run_kind_check;
alter table directory.import_run add constraint import_run_kind_check
    check (kind in ('NCES', 'ONEROSTER', 'CALENDAR', 'OFFICERS', 'DUTY', 'GUARDIANS', 'DEPARTMENTS', 'SCHOOLS'));
