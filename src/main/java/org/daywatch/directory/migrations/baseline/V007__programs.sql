-- Programs that fund officers, what each demands, who takes part, and the posts it pays for.

-- Programs that pay for or demand officers, what they demand, who takes part, and the posts they pay for.
create table directory.program (
    code         text primary key, -- AZ-SSP
    state        text not null check (length(state) = 2),
    name         text not null,
    every_school boolean not null, -- law for every school of the state; otherwise for those that take part
    words        text not null
);
call platform.exempt('directory.program', 'Law and program terms, the same for every tenant; written by migrations only.');
grant select on directory.program to dw_app;

-- One thing demanded. The number, its dates and its source stand in program_rule under the code named here; without one in force nothing is demanded.
create table directory.program_requirement (
    code     text primary key,
    program  text not null references directory.program,
    kind     text not null check (kind in ('TIME', 'SHARE', 'DRILL', 'MEETING', 'DOCUMENT', 'NOTICE', 'CLOCK', 'GATE', 'SWEEP', 'AUDIT', 'REPORT', 'CEILING')),
    subject  text not null,
    counts   text not null, -- subjects of what counts, with spaces between
    counting text not null check (counting in ('YEAR', 'EACH_HALF', 'QUARTER', 'MONTH', 'WEEK', 'FIRST_SCHOOL_DAYS', 'DAYS_AFTER', 'HOURS_AFTER', 'SCHOOL_DAYS_AFTER',
                                               'DAYS_BEFORE', 'EVERY_YEARS', 'PERCENT', 'AT_MOST_HALF', 'AT_MOST_YEAR', 'ONCE', 'BY_DATE')),
    evidence text not null check (evidence in ('CLOCK_RECORD', 'LOG_ENTRY', 'SIGNED_LOG', 'DRILL_RECORD', 'MINUTES_OF_MEETING', 'SIGNED_DOCUMENT', 'CREDENTIAL', 'SWEEP_SHEET',
                                               'NOTICE_SENT', 'REPORT_FILED')),
    owed_by  text not null check (owed_by in ('SCHOOL', 'DISTRICT', 'OFFICER', 'POST', 'EVENT')), -- EVENT: only once something happened
    detail   text not null default '', -- BY_DATE: month and day; FIRST_SCHOOL_DAYS: how many
    rule     text not null -- code of the program_rule
);
call platform.exempt('directory.program_requirement', 'Law and program terms, the same for every tenant; written by migrations only.');
grant select on directory.program_requirement to dw_app;

create table directory.program_member (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    program     text not null references directory.program,
    school_id   uuid, -- null: every school of the district
    valid_from  date not null,
    valid_to    date,
    recorded_by uuid,
    recorded_at timestamptz not null,
    primary key (agency_id, id),
    unique nulls not distinct (agency_id, program, district_id, school_id, valid_from),
    foreign key (agency_id, school_id) references directory.school,
    check (valid_to is null or valid_to >= valid_from)
);
call platform.protect('directory.program_member', 'shared', 'agency_id', 'district_id', 'A district or school that takes part in a program, from a day on');
create index program_member_district on directory.program_member (district_id);

create table directory.funded_post (
    agency_id        uuid not null,
    id               uuid not null,
    district_id      uuid not null,
    program          text not null references directory.program,
    award            text not null check (length(award) between 1 and 100), -- the award's number or name; once for each district
    kind             text not null check (kind in ('SRO', 'SSO', 'JPO')),
    valid_from       date not null,
    valid_to         date,
    end_reason       text not null default '',
    recorded_by      uuid,
    recorded_at      timestamptz not null,
    -- What a funded post may cost in a school year (July to June), and what an hour of it costs: together they say what is left. Unknown is
    -- not zero.
    year_award_cents bigint check (year_award_cents >= 0),
    hour_cents       int check (hour_cents > 0),
    primary key (agency_id, id),
    unique (agency_id, district_id, program, award),
    check (valid_to is null or valid_to >= valid_from)
);
call platform.protect('directory.funded_post', 'shared', 'agency_id', 'district_id', 'A post that a program pays for');

create table directory.funded_post_school (
    agency_id   uuid not null,
    post_id     uuid not null,
    school_id   uuid not null,
    district_id uuid not null,
    primary key (agency_id, post_id, school_id),
    foreign key (agency_id, post_id) references directory.funded_post,
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('directory.funded_post_school', 'shared', 'agency_id', 'district_id', 'A school at which a funded post stands; several where it is shared');
create index funded_post_at_school on directory.funded_post_school (school_id);
