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
-- Its districts take it. A course is no secret, and whoever reads asks for his agency's.
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

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('OWN_COURSE', 2557, '2026-01-01', 'DELETE', 'A course of one''s own, seven years after it was retired: by then no record of its completion is kept.');
