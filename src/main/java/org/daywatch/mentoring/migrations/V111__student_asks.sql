-- The poster whose code leads students of a school to its counselors. A new one ends the one before.
create table mentoring.ask_poster (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    link_hash   bytea not null,
    made_by     uuid not null,
    made_at     timestamptz not null,
    ended_at    timestamptz check (ended_at >= made_at),
    primary key (district_id, id),
    unique (district_id, link_hash)
);
call platform.protect('mentoring.ask_poster', 'district', 'district_id', null, 'The code on a school''s poster by which students ask for somebody');
create unique index ask_poster_open on mentoring.ask_poster (district_id, school_id) where ended_at is null;

-- A student asked for somebody. What they typed is sealed by a key of its own.
create table mentoring.student_ask (
    district_id   uuid not null,
    id            uuid not null,
    school_id     uuid not null,
    asked_at      timestamptz not null,
    asked_on      date not null, -- at the school
    body          bytea not null,
    outcome       text check (outcome in ('REFERRED', 'TALKED', 'CHANGED_MIND', 'NOT_FOUND')),
    answered_by   uuid,
    answered_name text not null default '',
    answered_at   timestamptz check (answered_at >= asked_at),
    primary key (district_id, id),
    check ((outcome is null) = (answered_at is null)),
    check ((outcome is null) = (answered_by is null))
);
call platform.protect('mentoring.student_ask', 'district', 'district_id', null, 'A student asked for somebody: when, sealed what, and what came of it; the agency never sees this table');
create index student_ask_school on mentoring.student_ask (district_id, school_id, asked_at);

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
('STUDENT_ASK', 90, '2026-01-01', 'DELETE', 'What a student asked for: ninety days after it was answered.', true);
