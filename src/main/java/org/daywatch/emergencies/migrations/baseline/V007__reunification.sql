-- Students and their families brought together: who waits where, who was released to whom.

-- Students go home with the right adult: every student has one place, every card one way, and nobody is released twice.
create table emergencies.reunification (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    alert_id    uuid,
    status      text not null check (status in ('ACTUAL', 'EXERCISE')),
    site        text not null check (length(site) between 2 and 120),
    begun_at    timestamptz not null,
    begun_by    uuid not null,
    closed_at   timestamptz check (closed_at >= begun_at),
    why         text not null default '', -- without an evacuation before it
    primary key (district_id, id)
);
call platform.protect('emergencies.reunification', 'district', 'district_id', null, 'Students given back to their guardians after an alert');
create unique index reunification_under_way on emergencies.reunification (district_id, school_id, status) where closed_at is null;

create table emergencies.reunion_student (
    district_id      uuid not null,
    id               uuid not null,
    reunification_id uuid not null,
    student_id       uuid not null,
    name             text not null,
    place            text not null check (place in ('ASSEMBLY', 'MISSING', 'MEDICAL', 'ABSENT', 'RELEASED', 'DROVE', 'BACK')),
    since            timestamptz not null,
    primary key (district_id, id),
    unique (district_id, reunification_id, student_id),
    foreign key (district_id, reunification_id) references emergencies.reunification
);
call platform.protect('emergencies.reunion_student', 'district', 'district_id', null, 'Where each student is during a reunification: exactly one place');

create table emergencies.pickup (
    district_id        uuid not null,
    id                 uuid not null,
    reunification_id   uuid not null,
    card               int not null check (card > 0),
    half               text not null, -- on both halves of the card
    guardian           text not null check (length(guardian) between 2 and 120),
    guardian_id        uuid, -- null: not on the student's list
    reunion_student_id uuid,
    state              text not null check (state in ('GREETED', 'FILLED', 'CHECKED', 'VERIFIED', 'FETCHING', 'ANSWERED', 'RELEASED', 'STOPPED', 'PRIVATE_ROOM', 'CLOSED')),
    stop               text check (stop in ('NO_ID', 'NOT_ON_LIST', 'NOT_TODAY', 'CONTESTED', 'COURT_ORDER', 'PHOTO_DIFFERS', 'STUDENT_SAYS_NO')),
    first_checker      uuid, -- the second one is another person
    since              timestamptz not null,
    greeted_at         timestamptz not null,
    checked_at         timestamptz,
    checked_by         uuid,
    released_at        timestamptz,
    closed_why         text not null default '',
    version            int not null default 0,
    on_paper           boolean not null default false,
    custody            text check (custody in ('MAY_COLLECT', 'CONTESTED', 'FORBIDDEN', 'NOT_TODAY', 'NOT_ON_LIST')), -- as the list answered when it was checked
    primary key (district_id, id),
    unique (district_id, reunification_id, card),
    foreign key (district_id, reunification_id) references emergencies.reunification,
    foreign key (district_id, reunion_student_id) references emergencies.reunion_student,
    check (state in ('GREETED', 'CLOSED', 'STOPPED', 'PRIVATE_ROOM') or reunion_student_id is not null),
    check ((state = 'STOPPED') = (stop is not null)),
    check ((state = 'RELEASED') = (released_at is not null))
);
call platform.protect('emergencies.pickup', 'district', 'district_id', null, 'One guardian''s card on its way from the greeter to the matched halves');
-- One student is on the way to one guardian at a time, and is released once.
create unique index nobody_released_twice on emergencies.pickup (district_id, reunification_id, reunion_student_id)
    where state in ('VERIFIED', 'FETCHING', 'ANSWERED', 'RELEASED');
create index pickup_queue on emergencies.pickup (district_id, reunification_id, state, since);

create table emergencies.pickup_step (
    district_id uuid not null,
    pickup_id   uuid not null,
    version     int not null,
    at          timestamptz not null,
    step        text not null,
    state       text not null,
    by_person   uuid not null,
    by_name     text not null,
    words       text not null default '',
    primary key (district_id, pickup_id, version),
    foreign key (district_id, pickup_id) references emergencies.pickup
);
call platform.protect('emergencies.pickup_step', 'district', 'district_id', null, 'What was done with a card, by whom, when');
call platform.append_only('emergencies.pickup_step');
grant delete on emergencies.pickup_step to dw_app; -- forgetting only; a step is never changed

create table emergencies.reunion_duty (
    district_id      uuid not null,
    id               uuid not null,
    reunification_id uuid not null,
    person_id        uuid not null,
    name             text not null,
    duty             text not null check (duty in ('LEAD', 'GREETER', 'CHECKER', 'RUNNER', 'REUNIFIER', 'ACCOUNTANT', 'ASSEMBLY', 'VICTIM_ADVOCATE')),
    since            timestamptz not null,
    until            timestamptz check (until >= since),
    primary key (district_id, id),
    foreign key (district_id, reunification_id) references emergencies.reunification
);
call platform.protect('emergencies.reunion_duty', 'district', 'district_id', null, 'Who does what at a reunification, from when to when');
create unique index reunion_duty_once on emergencies.reunion_duty (district_id, reunification_id, person_id, duty) where until is null;

-- What the agency and its officers see: numbers.
create table emergencies.reunion_count (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    alert_id    uuid,
    status      text not null,
    students    int not null,
    waiting     int not null,
    medical     int not null,
    missing     int not null,
    released    int not null,
    begun_at    timestamptz not null,
    closed_at   timestamptz,
    primary key (agency_id, id),
    check (students >= waiting and waiting >= medical + missing)
);
call platform.protect('emergencies.reunion_count', 'shared', 'agency_id', 'district_id', 'The numbers of a reunification, without a name');
create index reunion_count_alert on emergencies.reunion_count (alert_id);
