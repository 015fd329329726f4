-- A notice tells of something that will be on a day: with both days it can be judged whether it came in time.
alter table transparency.filed_paper add column for_day date;
create index filed_paper_announces on transparency.filed_paper (school_id, for_day) where for_day is not null and withdrawn_at is null;
