-- Courses for staff and officers, who completed them, and courses of an organization.

-- Who of the staff has completed which course: that they did, and when. No answers, no score.
create table training.course_completion (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid, -- null: works for the whole district
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

-- Courses an agency or one of its districts added itself. What was published once is never overwritten: a change is another edition.
create table training.own_course (
    agency_id   uuid not null,
    code        text not null check (code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$' and length(code) between 3 and 40),
    district_id uuid, -- for this district only; null: for all that the agency serves
    retired_at  timestamptz,
    retired_by  text,
    primary key (agency_id, code),
    check ((retired_at is null) = (retired_by is null))
);
-- Its districts take it. A course is no secret, and each reader asks for their agency's.
call platform.protect('training.own_course', 'public', 'agency_id', null, 'A course an agency or a district added to the library');

create table training.course_edition (
    agency_id uuid not null,
    code      text not null,
    edition   int not null check (edition between 1 and 999),
    language  text not null check (language in ('en', 'es')),
    file      text not null check (length(file) <= 1048576), -- as it was uploaded, docs/formats/course.md
    added_at  timestamptz not null,
    added_by  text not null,
    primary key (agency_id, code, edition, language),
    foreign key (agency_id, code) references training.own_course on delete cascade
);
call platform.protect('training.course_edition', 'public', 'agency_id', null, 'One edition of an own course in one language, as its file says');
revoke update on training.course_edition from dw_app;
