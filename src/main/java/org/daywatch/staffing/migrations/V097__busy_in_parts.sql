-- Duty that leave cuts in the middle takes its time in parts: he is free in between.

alter table staffing.officer_busy add column part int not null default 0;
alter table staffing.officer_busy drop constraint officer_busy_pkey;
alter table staffing.officer_busy add primary key (owner_id, id, part);
