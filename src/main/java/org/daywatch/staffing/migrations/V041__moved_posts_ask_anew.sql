-- A moved post keeps the place for its officer, who takes the new hours by a new act; no window waits on the old shift.
alter table staffing.shift drop column asked_starts_at, drop column asked_ends_at;
