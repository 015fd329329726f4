-- Lessons that were taught: class, officer, day, and how closely the plan was followed.

-- Who is taught: a class over several lessons, any students, staff, parents. A label, and no student.
create table training.class_group (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    year        int not null check (year between 2000 and 2200), -- in which the school year begins
    audience    text not null check (audience in ('COHORT', 'UNIVERSAL', 'STAFF', 'PARENTS')),
    label       text not null check (length(label) between 1 and 60),
    study       text not null default '' check (length(study) <= 80), -- a comparison that it is part of
    arm         text check (arm in ('TAUGHT_NOW', 'WAIT_LIST')),
    created_at  timestamptz not null,
    created_by  text not null,
    version     int not null default 1,
    primary key (agency_id, id),
    unique (agency_id, school_id, year, audience, label),
    check ((study = '') = (arm is null)),
    check (arm is null or audience = 'COHORT') -- only the same class before and after can be compared
);
call platform.protect('training.class_group', 'shared', 'agency_id', 'district_id', 'A class or an audience that is taught, in one school year');
create index class_group_school on training.class_group (school_id, year);

-- A lesson for one of them at one time: planned, then taught, called off or missed.
create table training.lesson_session (
    agency_id      uuid not null,
    id             uuid not null,
    district_id    uuid not null,
    school_id      uuid not null,
    group_id       uuid not null,
    lesson         text not null check (length(lesson) between 1 and 60), -- its code in the library
    edition        int not null check (edition >= 1), -- planned with; once taught: the one that was used
    language       text not null check (language in ('en', 'es')),
    title          text not null check (length(title) between 1 and 200),
    lesson_minutes int not null check (lesson_minutes between 1 and 720),
    number         int check (number between 1 and 200), -- of so many for the same class
    lessons        int check (lessons between 1 and 200),
    day            date not null, -- by the school's clock
    period         text not null default '' check (length(period) <= 20), -- as the timetable names it; empty between or beside its periods
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    outside_why    text not null default '' check (length(outside_why) <= 200), -- why it lies outside the bells
    officer_id     uuid, -- their file; null where somebody of the school teaches
    teacher_person uuid, -- the account of whoever teaches, where it is known
    teacher_name   text not null check (length(teacher_name) between 1 and 200),
    co_teacher     text not null default '' check (length(co_teacher) <= 120), -- of the school, beside the officer
    state          text not null check (state in ('PLANNED', 'TAUGHT', 'CALLED_OFF', 'MISSED')),
    begun_at       timestamptz, -- tapped
    ended_at       timestamptz,
    taught_from    timestamptz,
    minutes        int check (minutes between 1 and 720), -- as taught
    preparation    int check (preparation between 0 and 720), -- apart from it
    people         int check (people between 0 and 5000), -- heads; null: not counted
    teacher_there  boolean, -- a teacher of the school was there; null: nobody said
    note           text not null default '' check (length(note) <= 300),
    recorded_at    timestamptz,
    recorded_by    text,
    closed_at      timestamptz, -- called off
    closed_by      text,
    closed_why     text not null default '' check (length(closed_why) <= 300),
    planned_at     timestamptz not null,
    planned_by     text not null,
    version        int not null default 1,
    primary key (agency_id, id),
    foreign key (agency_id, group_id) references training.class_group,
    check (number is null or lessons is null or number <= lessons),
    check (ends_at > starts_at),
    check (ended_at is null or begun_at is not null and ended_at >= begun_at),
    check ((state = 'TAUGHT') = (num_nonnulls(taught_from, minutes, preparation, recorded_at, recorded_by) = 5)),
    check ((state = 'CALLED_OFF') = (closed_at is not null)),
    check (state <> 'CALLED_OFF' or closed_why <> ''),
    -- Nobody teaches two classes at once, and no class sits in two lessons.
    constraint one_lesson_of_an_officer exclude using gist (agency_id with operator(pg_catalog.=), officer_id with operator(pg_catalog.=),
        tstzrange(starts_at, ends_at) with &&) where (officer_id is not null and state = 'PLANNED'),
    constraint one_lesson_of_a_teacher exclude using gist (agency_id with operator(pg_catalog.=), teacher_person with operator(pg_catalog.=),
        tstzrange(starts_at, ends_at) with &&) where (teacher_person is not null and state = 'PLANNED'),
    constraint one_lesson_of_a_class exclude using gist (agency_id with operator(pg_catalog.=), group_id with operator(pg_catalog.=),
        tstzrange(starts_at, ends_at) with &&) where (state = 'PLANNED')
);
call platform.protect('training.lesson_session', 'shared', 'agency_id', 'district_id', 'A lesson for one class or audience at one time, and how it was taught');
create index lesson_session_school on training.lesson_session (school_id, day);
create index lesson_session_group on training.lesson_session (group_id, day);
create index lesson_session_officer on training.lesson_session (officer_id, day);

-- What must have happened for it to count as this lesson, point by point, in the words of the edition that was used.
create table training.fidelity_mark (
    agency_id   uuid not null,
    session_id  uuid not null,
    item        int not null check (item between 1 and 100),
    district_id uuid not null,
    words       text not null check (length(words) between 1 and 500),
    mark        text not null check (mark in ('DONE', 'PARTLY', 'LEFT_OUT')),
    note        text not null default '' check (length(note) <= 200),
    primary key (agency_id, session_id, item),
    foreign key (agency_id, session_id) references training.lesson_session on delete cascade
);
call platform.protect('training.fidelity_mark', 'shared', 'agency_id', 'district_id', 'Whether one point of a lesson was done, partly done or left out');
