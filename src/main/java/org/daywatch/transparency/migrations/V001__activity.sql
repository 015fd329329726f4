-- What an officer did, line by line: told by another room's fact, by the clock, or by himself with one tap. The weekly log is a view
-- of it, and so is every meter. A line is never edited: it is withdrawn with a reason, and another one takes its place.
create table transparency.activity (
    agency_id      uuid not null,
    id             uuid not null,
    district_id    uuid not null,
    school_id      uuid not null,
    officer_id     uuid, -- null where it was the school's doing and no officer's
    funded_post_id uuid, -- the post that pays for it, where one does
    day            date not null, -- on the school's own calendar
    starts_at      timestamptz,
    ends_at        timestamptz,
    minutes        int not null check (minutes between 0 and 1440),
    people         int check (people >= 0), -- how many took part; null: not counted
    function       text not null check (function in ('EMERGENCIES', 'PREVENTION', 'RELATIONSHIPS', 'MENTORING', 'TRAINING', 'PLANNING', 'RESTORATIVE', 'COMMUNITY', 'PRESENCE', 'LAW_ENFORCEMENT', 'AWAY', 'IMPROPER')),
    kind           text not null, -- what exactly, a word of ActivityKind
    subject        text not null default '', -- what a programme counts it as, such as LRE:COHORT or DRILL:LOCKDOWN
    on_campus      boolean not null,
    reason         text not null default '', -- why away from campus
    note           text not null default '' check (length(note) <= 500),
    source         text not null check (source in ('CLOCK', 'FACT', 'TYPED')),
    evidence       text not null default '', -- address of the page that shows it
    follows_id     uuid, -- the line this one took the place of
    recorded_by    uuid,
    recorded_at    timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_by   uuid,
    withdrawn_reason text,
    primary key (agency_id, id),
    check (ends_at is null or ends_at >= starts_at),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
call platform.protect('transparency.activity', 'shared', 'agency_id', 'district_id', 'A line of what an officer did at a school');
create index activity_school on transparency.activity (school_id, day);
create index activity_officer on transparency.activity (officer_id, day);
