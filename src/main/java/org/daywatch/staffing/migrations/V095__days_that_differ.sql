-- Days on which an officer is away, or free after all, beside the pattern of his week.

alter table staffing.officer add column dates jsonb not null default '[]'; -- [{"first":"2026-10-05","last":"2026-10-09","away":true,"from":null,"to":null}]
comment on column staffing.officer.wishes is '{"schools":[...],"levels":[...],"weekdays":[1,2],"mostDays":3}';
