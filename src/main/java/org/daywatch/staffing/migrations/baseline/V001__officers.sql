create extension if not exists btree_gist with schema platform;

create table staffing.officer (
    agency_id             uuid not null,
    id                    uuid not null,
    person_id             uuid not null, -- the account they sign in with
    department_id         uuid not null references platform.organization,
    full_name             text not null,
    email                 text not null,
    phone                 text not null default '',
    badge                 text not null,
    rank                  text not null check (rank in ('OFFICER', 'DETECTIVE', 'SERGEANT', 'LIEUTENANT', 'COMMANDER')),
    hired_on              date, -- seniority
    certificate_no        text not null default '',
    languages             text[] not null default '{en}',
    home_zip              text not null default '',
    roles                 text[] not null default '{SSO}', -- SRO, SSO, JPO
    started_in_schools_on date, -- starts the one-month training clock
    availability          jsonb not null default '[]', -- [{"weekday":1,"from":"06:00","to":"18:00"}]; empty: any time
    wishes                jsonb not null default '{}', -- {"schools":[...],"levels":[...]}
    state                 text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    version               int not null default 0,
    -- Days on which an officer is away, or free after all, beside the pattern of their week.
    dates                 jsonb not null default '[]', -- [{"first":"2026-10-05","last":"2026-10-09","away":true,"from":null,"to":null}]
    primary key (agency_id, id),
    unique (agency_id, person_id),
    unique (agency_id, department_id, badge)
);
call platform.protect('staffing.officer', 'agency', 'agency_id', null, 'The officer''s file');
comment on column staffing.officer.wishes is '{"schools":[...],"levels":[...],"weekdays":[1,2],"mostDays":3}';

create table staffing.credential (
    agency_id  uuid not null,
    id         uuid not null,
    officer_id uuid not null,
    kind       text not null check (kind in ('STATE_CERTIFICATION', 'CONTINUING_TRAINING', 'FIREARMS', 'SSO_COURSE', 'SRO_COURSE',
                    'SCHOOL_CERTIFICATE', 'DISABILITIES_TRAINING', 'FINGERPRINT_CARD', 'WORK_PERMISSION', 'NEW_OFFICER_TRAINING',
                    'LRE_ACADEMY', 'PERFORMANCE_FORM', 'FERPA_TRAINING', 'CIVIL_RIGHTS_TRAINING', 'MENTAL_HEALTH_TRAINING')),
    number     text not null default '',
    issued_on  date not null,
    expires_on date,
    hours      numeric,
    state      text not null default 'VALID' check (state in ('VALID', 'SUSPENDED', 'WITHDRAWN')),
    -- Two courses on one day are two courses: hours of continuing training are told apart by their number. Of anything else the
    -- same kind issued on the same day is the same paper, written anew.
    course     text not null generated always as
    (case when kind = 'CONTINUING_TRAINING' then number else '' end) stored,
    primary key (agency_id, id),
    unique (agency_id, officer_id, kind, issued_on, course),
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.credential', 'agency', 'agency_id', null, 'What an officer holds: certificate, course, card or permission, with its dates');
create index credential_officer on staffing.credential (agency_id, officer_id);

create table staffing.school_block (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    officer_id  uuid not null,
    reason      text not null check (length(reason) >= 5),
    placed_by   uuid not null,
    placed_at   timestamptz not null,
    appeal      text,
    appealed_at timestamptz,
    outcome     text check (outcome in ('UPHELD', 'LIFTED')),
    decided_at  timestamptz,
    primary key (agency_id, id)
);
call platform.protect('staffing.school_block', 'shared', 'agency_id', 'district_id', 'A school does not want an officer: why, and what became of the appeal');
create index school_block_officer on staffing.school_block (agency_id, officer_id);

-- One person, one place: across tenants, by the database itself. Others see no row, only the refusal.
create table staffing.officer_busy (
    owner_id  uuid not null,
    id        uuid not null,
    person_id uuid not null,
    during    tstzrange not null,
    -- Duty that leave cuts in the middle takes its time in parts: they are free in between.
    part      int not null default 0,
    primary key (owner_id, id, part),
    constraint one_person_one_place exclude using gist (person_id with operator(pg_catalog.=), during with &&)
);
call platform.protect('staffing.officer_busy', 'tenant', 'owner_id', null, 'When a person is taken, whoever booked them; the exclusion spans tenants on purpose');

-- What a department may see of its own officers without opening the agency's file: who, in what standing, how long permitted.
create table staffing.officer_card (
    agency_id        uuid not null,
    officer_id       uuid not null,
    department_id    uuid not null references platform.organization,
    full_name        text not null,
    badge            text not null,
    rank             text not null,
    state            text not null check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    permission_state text not null check (permission_state in ('NONE', 'VALID', 'SUSPENDED', 'WITHDRAWN')),
    permission_until date,
    primary key (agency_id, officer_id),
    foreign key (agency_id, officer_id) references staffing.officer on delete cascade
);
call platform.protect('staffing.officer_card', 'shared', 'agency_id', 'department_id', 'What a department sees of its officer: name, standing and how long they are permitted to work');
create index officer_card_department on staffing.officer_card (department_id, full_name);

-- Light duty, field training, relieved, under investigation: from which day to which an officer is not asked, and who said so.
create table staffing.duty_status (
    agency_id         uuid not null,
    id                uuid not null,
    department_id     uuid not null references platform.organization,
    officer_id        uuid not null,
    kind              text not null check (kind in ('LIGHT_DUTY', 'INJURED', 'FIELD_TRAINING', 'RELIEVED_OF_DUTY', 'UNDER_INVESTIGATION', 'SUSPENDED', 'DISMISSED')),
    first_day         date not null,
    last_day          date check (last_day >= first_day), -- null: no end is known
    source            text not null check (length(source) between 3 and 200), -- who said so
    recorded_by       text not null,
    recorded_at       timestamptz not null,
    ended_by          text,
    ended_at          timestamptz,
    ended_reason      text, -- its last day was set later than it was recorded
    taken_back_by     text,
    taken_back_at     timestamptz,
    taken_back_reason text, -- it never held
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references staffing.officer,
    check ((taken_back_at is null) = (taken_back_reason is null)),
    check ((ended_at is null) = (ended_reason is null)),
    constraint one_duty_status_of_a_kind exclude using gist (agency_id with operator(pg_catalog.=), officer_id with operator(pg_catalog.=),
        kind with operator(pg_catalog.=), daterange(first_day, last_day, '[]') with &&)
        where (taken_back_at is null)
);
call platform.protect('staffing.duty_status', 'shared', 'agency_id', 'department_id', 'Days on which an officer is not asked because of their standing in the department');
