-- What people of a district decided about a title of their calendar, applied whenever it comes again.
create table directory.title_decision (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    title       text not null,  -- as it stood in the file
    title_key   text not null,  -- the same without case and signs
    reads       text not null check (reads in ('NONE', 'HOLIDAY', 'CLOSURE', 'WEATHER', 'STAFF_ONLY', 'REGULAR', 'EARLY_RELEASE', 'LATE_START', 'HALF_DAY', 'EXAM')),
    decided_on  date not null,
    decided_by  uuid,
    primary key (agency_id, id),
    unique (agency_id, district_id, title_key)
);
call platform.protect('directory.title_decision', 'shared', 'agency_id', 'district_id', 'What a title of a district''s calendar means, as its people decided');

-- How the titles of a calendar were read, and the year they make.
alter table directory.import_run add column calendar jsonb;
