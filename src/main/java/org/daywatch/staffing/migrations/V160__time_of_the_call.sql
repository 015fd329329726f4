-- An acceptance by phone keeps when he called, which may be earlier than when it was written down.
-- Of those recorded before, the entry is the only time that is known.

alter table staffing.shift add column phone_called_at timestamptz;
update staffing.shift set phone_called_at = accepted_at where phone_caller is not null;
alter table staffing.shift add constraint shift_call_has_its_time check ((phone_caller is null) = (phone_called_at is null));
