-- Somebody comes to inspect the school for the state: in some states his report is due within days of the visit.
alter table directory.visitor add column inspects boolean not null default false;
