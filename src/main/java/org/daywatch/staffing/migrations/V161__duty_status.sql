-- Light duty, field training, relieved, under investigation: from which day to which an officer is not asked, and who said so.

create table staffing.duty_status (
    agency_id         uuid not null,
    id                uuid not null,
    department_id     uuid not null references platform.organization,
    officer_id        uuid not null,
    kind              text not null check (kind in ('LIGHT_DUTY', 'INJURED', 'FIELD_TRAINING', 'RELIEVED_OF_DUTY', 'UNDER_INVESTIGATION', 'SUSPENDED')),
    first_day         date not null,
    last_day          date check (last_day >= first_day),  -- null: no end is known
    source            text not null check (length(source) between 3 and 200), -- who said so
    recorded_by       text not null, recorded_at timestamptz not null,
    ended_by          text, ended_at timestamptz, ended_reason text,            -- its last day was set later than it was recorded
    taken_back_by     text, taken_back_at timestamptz, taken_back_reason text,  -- it never held
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references staffing.officer,
    check ((taken_back_at is null) = (taken_back_reason is null)),
    check ((ended_at is null) = (ended_reason is null)),
    constraint one_duty_status_of_a_kind exclude using gist (agency_id with operator(pg_catalog.=), officer_id with operator(pg_catalog.=),
        kind with operator(pg_catalog.=), daterange(first_day, last_day, '[]') with &&)
        where (taken_back_at is null)
);
call platform.protect('staffing.duty_status', 'shared', 'agency_id', 'department_id', 'Days on which an officer is not asked because of his standing in his department');
