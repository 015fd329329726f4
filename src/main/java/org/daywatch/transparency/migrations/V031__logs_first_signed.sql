-- The school's day on which both had signed a weekly log for the first time. A correction that opens it again makes nothing late.
alter table transparency.weekly_log add column first_locked_on date;

update transparency.weekly_log w set first_locked_on = first.day from (
    select s.log_id, min((s.at at time zone c.zone)::date) as day
    from transparency.log_step s join transparency.weekly_log l on l.id = s.log_id join directory.school c on c.id = l.school_id
    where s.step = 'LOCKED' group by s.log_id) first
where first.log_id = w.id;

-- Logs that came late: few among many, and read for many schools at once.
create index weekly_log_late on transparency.weekly_log (school_id, week) where state = 'LOCKED' and first_locked_on > week + 6;
