-- A plan's picture asked for by itself, without the page it belongs to.
alter table emergencies.responder_opening drop constraint responder_opening_what_check;
alter table emergencies.responder_opening add constraint responder_opening_what_check check (what in ('PAGE', 'CAP', 'EIDO', 'PLAN', 'REFUSED'));
