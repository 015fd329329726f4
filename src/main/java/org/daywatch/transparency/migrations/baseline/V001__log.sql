-- What officers did: activities, the weekly log with its signatures, and the yearly study of time.

-- What an officer did, line by line: told by another room's fact, by the clock, or by the officer with one tap. The weekly log is a view
-- of it, and so is every meter. A line is never edited: it is withdrawn with a reason, and another one takes its place. Only a line
-- that is still going on gets its end.
--
-- How to count. Time on campus is the sum of ON_POST lines, time paid that and OFF_CAMPUS: they never overlap. Every other line lies
-- inside them. An act of the school (a drill, a meeting) has one line without an officer that carries its subject, and one line for
-- each officer who was there, without a subject and with the same evidence: whoever counts subjects counts no act twice.
create table transparency.activity (
    agency_id        uuid not null,
    id               uuid not null, -- of a typed line: made on the phone, so that sending it twice counts once
    district_id      uuid not null,
    school_id        uuid not null,
    officer_id       uuid, -- null where it was the school's doing and no officer's
    funded_post_id   uuid, -- the post that pays for it, where the school has exactly one that day
    day              date not null, -- on the school's own calendar
    starts_at        timestamptz,
    ends_at          timestamptz, -- null while it goes on; its minutes are 0 until then
    minutes          int not null check (minutes between 0 and 1440),
    people           int check (people >= 0), -- how many took part; null: not counted
    function         text not null check (function in ('EMERGENCIES', 'PREVENTION', 'RELATIONSHIPS', 'MENTORING', 'TRAINING', 'PLANNING', 'RESTORATIVE', 'COMMUNITY', 'PRESENCE', 'LAW_ENFORCEMENT', 'AWAY', 'IMPROPER')),
    kind             text not null, -- what exactly, a word of ActivityKind
    subject          text not null default '', -- what a program counts it as, such as LRE:COHORT or DRILL:LOCKDOWN
    on_campus        boolean not null,
    reason           text not null default '', -- why away from campus
    label            text not null default '' check (length(label) <= 60), -- the class or the audience; no student
    lesson           int check (lesson between 1 and 200), -- which of so many
    lessons          int check (lessons between 1 and 200),
    teacher          boolean, -- a teacher was there; null: nobody said
    note             text not null default '' check (length(note) <= 500),
    source           text not null check (source in ('CLOCK', 'FACT', 'TYPED')),
    origin           text not null default '', -- what told it, as "shift ID" or "drill ID"; empty for a typed line
    evidence         text not null default '', -- address of the page that shows it
    follows_id       uuid, -- the line this one took the place of
    recorded_by      uuid,
    recorded_at      timestamptz not null,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid,
    withdrawn_reason text,
    primary key (agency_id, id),
    check (ends_at is null or ends_at >= starts_at),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (function <> 'AWAY' or length(reason) > 0)
);
call platform.protect('transparency.activity', 'shared', 'agency_id', 'district_id', 'A line of what an officer did at a school');
create unique index activity_once on transparency.activity (agency_id, origin, kind, officer_id, starts_at) nulls not distinct where withdrawn_at is null and origin <> '';
create index activity_school on transparency.activity (school_id, day);
create index activity_officer on transparency.activity (officer_id, day);
create index activity_origin on transparency.activity (agency_id, origin) where origin <> '';
-- Schools and districts read lines and take none away, an improper request least of all.
create policy written_by_the_agency on transparency.activity as restrictive for insert to dw_app with check (agency_id = (select platform.current_tenant()));
create policy changed_by_the_agency on transparency.activity as restrictive for update to dw_app using (agency_id = (select platform.current_tenant()));
create policy removed_by_the_agency on transparency.activity as restrictive for delete to dw_app using (agency_id = (select platform.current_tenant()));
-- First screens ask for the improper requests of the last days, whatever the size of the log.
create index activity_improper on transparency.activity (agency_id, day) where function = 'IMPROPER' and withdrawn_at is null;
-- Lines, logs and signatures go by retention alone: it says so before it deletes, and nothing else does.
create function transparency.forgotten_only_by_retention() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('app.forgetting', true), '') = 'on' then return old; end if;
    raise exception 'only retention deletes from %', tg_table_name;
end $$;
create trigger forgotten_only_by_retention before delete on transparency.activity for each row execute function transparency.forgotten_only_by_retention();
-- Lines of which the day matters and not the minutes (drills, meetings, agreements, sweeps, audits) are a few among thousands: meters of all schools ask for them at once.
create index activity_of_a_day on transparency.activity (school_id, day)
    where withdrawn_at is null and subject <> '' and subject <> 'ON_CAMPUS' and subject not like 'LRE:%';
-- Weeks with paid time, without reading the lines themselves.
create index activity_on_post on transparency.activity (school_id, officer_id, day) where withdrawn_at is null and kind in ('ON_POST', 'OFF_CAMPUS');

-- The log of one officer at one school in one week: who signed what. What was done stands in transparency.activity.
create table transparency.weekly_log (
    agency_id       uuid not null,
    id              uuid not null,
    district_id     uuid not null,
    school_id       uuid not null,
    officer_id      uuid not null,
    person_id       uuid, -- their account
    officer_name    text not null,
    week            date not null check (extract(isodow from week) = 1), -- its Monday
    state           text not null check (state in ('OPEN', 'SENT_BACK', 'OFFICER_SIGNED', 'LOCKED', 'REOPENED')),
    signed_at       timestamptz, -- by the officer
    signed_by       uuid,
    signed_name     text,
    locked_at       timestamptz, -- by the school's administrator
    locked_by       uuid,
    locked_name     text,
    said_at         timestamptz, -- sent back or reopened
    said_by         text,
    said_reason     text,
    version         int not null default 0,
    -- The school's day on which both had signed a weekly log for the first time. A correction that opens it again makes nothing late.
    first_locked_on date,
    primary key (agency_id, id),
    unique (agency_id, officer_id, school_id, week),
    check ((state in ('OFFICER_SIGNED', 'LOCKED')) = (signed_at is not null)),
    check ((state = 'LOCKED') = (locked_at is not null)),
    check ((state in ('SENT_BACK', 'REOPENED')) = (said_reason is not null))
);
call platform.protect('transparency.weekly_log', 'shared', 'agency_id', 'district_id', 'The log of one officer at one school in one week, signed by both');
create index weekly_log_school on transparency.weekly_log (school_id, week);
create index weekly_log_person on transparency.weekly_log (person_id, week);
create index weekly_log_state on transparency.weekly_log (agency_id, state, week);
create trigger forgotten_only_by_retention before delete on transparency.weekly_log for each row execute function transparency.forgotten_only_by_retention();
-- Logs that came late: few among many, and read for many schools at once.
create index weekly_log_late on transparency.weekly_log (school_id, week) where state = 'LOCKED' and first_locked_on > week + 6;

-- Each signature, return and reopening, with what the lines came to at that moment. A signature that no longer counts stays readable.
create table transparency.log_step (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    log_id      uuid not null,
    at          timestamptz not null,
    step        text not null check (step in ('SIGNED', 'LOCKED', 'SENT_BACK', 'REOPENED')),
    by_name     text not null,
    reason      text not null default '',
    lines       int not null,
    minutes     int not null, -- on campus
    digest      text not null, -- SHA-256 over the lines
    primary key (agency_id, id),
    foreign key (agency_id, log_id) references transparency.weekly_log
);
call platform.protect('transparency.log_step', 'shared', 'agency_id', 'district_id', 'What was done with a weekly log, and what its lines came to then');
call platform.append_only('transparency.log_step');
create index log_step_log on transparency.log_step (log_id, at);
grant delete on transparency.log_step to dw_app;
create trigger forgotten_only_by_retention before delete on transparency.log_step for each row execute function transparency.forgotten_only_by_retention();

-- What national surveys found of how officers in schools spend their time. Information beside a log, never a measure of a person.
create table transparency.time_study (
    id         text not null,
    name       text not null,
    year       int, -- of the survey; null: not found
    valid_from date not null,
    valid_to   date,
    source     text not null,
    to_confirm boolean not null default false,
    primary key (id)
);
call platform.exempt('transparency.time_study', 'Published surveys, the same for everybody; reference data.');

create table transparency.time_study_share (
    study_id   text not null references transparency.time_study,
    activity   text not null check (activity in ('LAW_ENFORCEMENT', 'MENTORING', 'TEACHING', 'OTHER')),
    percent    int, -- as published; null where hours were
    hours_low  numeric(4, 1), -- a week
    hours_high numeric(4, 1),
    primary key (study_id, activity),
    check ((percent is null) <> (hours_low is null))
);
call platform.exempt('transparency.time_study_share', 'Published surveys, the same for everybody; reference data.');
grant select on transparency.time_study, transparency.time_study_share to dw_app;
