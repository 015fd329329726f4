-- What an officer did, line by line: told by another room's fact, by the clock, or by himself with one tap. The weekly log is a view
-- of it, and so is every meter. A line is never edited: it is withdrawn with a reason, and another one takes its place. Only a line
-- that is still going on gets its end.
--
-- How to count. Time on campus is the sum of ON_POST lines, time paid that and OFF_CAMPUS: they never overlap. Every other line lies
-- inside them. An act of the school (a drill, a meeting) has one line without an officer that carries its subject, and one line for
-- each officer who was there, without a subject and with the same evidence: whoever counts subjects counts no act twice.
create table transparency.activity (
    agency_id      uuid not null,
    id             uuid not null, -- of a typed line: made on the phone, so that sending it twice counts once
    district_id    uuid not null,
    school_id      uuid not null,
    officer_id     uuid, -- null where it was the school's doing and no officer's
    funded_post_id uuid, -- the post that pays for it, where the school has exactly one that day
    day            date not null, -- on the school's own calendar
    starts_at      timestamptz,
    ends_at        timestamptz, -- null while it goes on; its minutes are 0 until then
    minutes        int not null check (minutes between 0 and 1440),
    people         int check (people >= 0), -- how many took part; null: not counted
    function       text not null check (function in ('EMERGENCIES', 'PREVENTION', 'RELATIONSHIPS', 'MENTORING', 'TRAINING', 'PLANNING', 'RESTORATIVE', 'COMMUNITY', 'PRESENCE', 'LAW_ENFORCEMENT', 'AWAY', 'IMPROPER')),
    kind           text not null, -- what exactly, a word of ActivityKind
    subject        text not null default '', -- what a program counts it as, such as LRE:COHORT or DRILL:LOCKDOWN
    on_campus      boolean not null,
    reason         text not null default '', -- why away from campus
    label          text not null default '' check (length(label) <= 60), -- the class or the audience; no student
    lesson         int check (lesson between 1 and 200), -- which of so many
    lessons        int check (lessons between 1 and 200),
    teacher        boolean, -- a teacher was there; null: nobody said
    note           text not null default '' check (length(note) <= 500),
    source         text not null check (source in ('CLOCK', 'FACT', 'TYPED')),
    origin         text not null default '', -- what told it, as "shift ID" or "drill ID"; empty for a typed line
    evidence       text not null default '', -- address of the page that shows it
    follows_id     uuid, -- the line this one took the place of
    recorded_by    uuid,
    recorded_at    timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_by   uuid,
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
