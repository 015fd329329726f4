-- The log of one officer at one school in one week: who signed what. What was done stands in transparency.activity.
create table transparency.weekly_log (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    officer_id   uuid not null,
    person_id    uuid, -- his account
    officer_name text not null,
    week         date not null check (extract(isodow from week) = 1), -- its Monday
    state        text not null check (state in ('OPEN', 'SENT_BACK', 'OFFICER_SIGNED', 'LOCKED', 'REOPENED')),
    signed_at    timestamptz, -- by the officer
    signed_by    uuid,
    signed_name  text,
    locked_at    timestamptz, -- by the school's administrator
    locked_by    uuid,
    locked_name  text,
    said_at      timestamptz, -- sent back or reopened
    said_by      text,
    said_reason  text,
    version      int not null default 0,
    primary key (agency_id, id),
    unique (agency_id, officer_id, school_id, week),
    check ((state in ('OFFICER_SIGNED', 'LOCKED')) = (signed_at is not null)),
    check ((state = 'LOCKED') = (locked_at is not null)),
    check ((state in ('SENT_BACK', 'REOPENED')) = (said_reason is not null))
);
call platform.protect('transparency.weekly_log', 'shared', 'agency_id', 'district_id', 'The log of one officer at one school in one week, signed by both');
create index weekly_log_school on transparency.weekly_log (school_id, week);
create index weekly_log_person on transparency.weekly_log (person_id, week);

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
