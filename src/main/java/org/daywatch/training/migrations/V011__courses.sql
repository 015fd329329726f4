-- Who of the staff has completed which course: that he did, and when. No answers, no score.
create table training.course_completion (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid, -- null: he works for the whole district
    person_id    uuid not null,
    person_name  text not null check (length(person_name) between 1 and 200),
    course       text not null check (length(course) between 1 and 60),
    edition      int not null check (edition >= 1),
    language     text not null check (language in ('en', 'es')),
    year         int not null check (year between 2000 and 2200), -- in which the school year begins
    completed_at timestamptz not null,
    primary key (agency_id, id),
    unique (agency_id, person_id, course, edition, year)
);
call platform.protect('training.course_completion', 'shared', 'agency_id', 'district_id', 'That a member of staff completed an edition of a course in a school year');
call platform.append_only('training.course_completion');
grant delete on training.course_completion to dw_app; -- once it is no longer kept
create index course_completion_district on training.course_completion (district_id, year);

-- A course that families take by a code, without an account.
create table training.course_link (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    course      text not null check (length(course) between 1 and 60),
    code        text not null check (code ~ '^[0-9A-Z]{6}$'),
    made_at     timestamptz not null,
    made_by     text not null,
    ended_at    timestamptz,
    primary key (agency_id, id)
);
call platform.protect('training.course_link', 'shared', 'agency_id', 'district_id', 'A code under which families take a course without an account');
create unique index course_link_once on training.course_link (agency_id, school_id, course) where ended_at is null;

-- How often, by day and language. Families are counted and never known.
create table training.course_count (
    agency_id   uuid not null,
    link_id     uuid not null,
    day         date not null,
    language    text not null check (language in ('en', 'es')),
    district_id uuid not null,
    opened      int not null default 0 check (opened >= 0),
    completed   int not null default 0 check (completed >= 0),
    primary key (agency_id, link_id, day, language),
    foreign key (agency_id, link_id) references training.course_link on delete cascade
);
call platform.protect('training.course_count', 'shared', 'agency_id', 'district_id', 'How often families opened and completed a course on a day');

-- Which agency's link a code leads to; whoever types one has no account, so nobody is bound before it is read.
create table training.course_code (
    code_hash bytea primary key check (octet_length(code_hash) = 32),
    agency_id uuid not null,
    link_id   uuid not null
);
call platform.exempt('training.course_code', 'The hash of a course''s code leads to its agency and says nothing else; families have no account. Gone when the link ends.');
grant select, insert, delete on training.course_code to dw_app;

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('COURSE_COMPLETION', 1826, '2026-01-01', 'DELETE', 'Who of the staff completed which course: five years, so that two program reviews can look back.'),
    ('COURSE_LINK', 1826, '2026-01-01', 'DELETE', 'Codes of courses for families that have ended, with how often they were used.');
