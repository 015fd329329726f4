-- Lessons of an organization, in editions that stay as they were taught.

comment on schema training is 'What officers teach, and what was learned';

-- Lessons an agency or one of its districts added itself. What was published once is never overwritten: a change is another edition.
create table training.own_lesson (
    agency_id   uuid not null,
    code        text not null check (code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$' and length(code) between 3 and 40),
    district_id uuid, -- for this district only; null: for all that the agency serves
    retired_at  timestamptz,
    retired_by  text,
    primary key (agency_id, code),
    check ((retired_at is null) = (retired_by is null))
);
-- Its districts teach from it. A lesson is no secret, and each reader asks for their agency's.
call platform.protect('training.own_lesson', 'public', 'agency_id', null, 'A lesson an agency or a district added to the library');

create table training.lesson_edition (
    agency_id uuid not null,
    code      text not null,
    edition   int not null check (edition between 1 and 999),
    language  text not null check (language in ('en', 'es')),
    file      text not null check (length(file) <= 1048576), -- as it was uploaded, docs/formats/lesson.md
    added_at  timestamptz not null,
    added_by  text not null,
    primary key (agency_id, code, edition, language),
    foreign key (agency_id, code) references training.own_lesson on delete cascade
);
call platform.protect('training.lesson_edition', 'public', 'agency_id', null, 'One edition of an own lesson in one language, as its file says');
revoke update on training.lesson_edition from dw_app;
