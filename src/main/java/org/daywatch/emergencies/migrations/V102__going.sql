-- Somebody is on their way to a call for help: one more answer to an alert.
alter table emergencies.receipt drop constraint receipt_kind_check;
alter table emergencies.receipt add constraint receipt_kind_check check (kind in ('DELIVERED', 'SEEN', 'ACKNOWLEDGED', 'SAFE', 'NEED_HELP', 'GOING'));
