-- A shift that was reinstated has its grace once more: without the moment it was missed again within the minute.

alter table staffing.shift add column scheduled_again_at timestamptz;
alter table staffing.shift add constraint shift_scheduled_again check (scheduled_again_at is null or state = 'SCHEDULED');
