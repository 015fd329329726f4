-- Shifts: who works which post, when they came and left, in which capacity; trades, call-offs and minutes nobody was there.

-- One clock per officer, all work counted. The department sees its own officers' hours.
create table staffing.hour_entry (
    agency_id     uuid not null,
    id            uuid not null,
    department_id uuid not null,
    officer_id    uuid not null,
    person_id     uuid not null,
    kind          text not null check (kind in ('DUTY', 'OVERTIME', 'COURT', 'LEAVE', 'SICK', 'SUSPENDED', 'COMP', 'OFF_DUTY_HERE', 'OFF_DUTY_ELSEWHERE')),
    starts_at     timestamptz not null,
    ends_at       timestamptz not null check (ends_at > starts_at),
    planned       boolean not null default true,
    source        text not null, -- import run, shift id, or "told by the officer"
    source_id     uuid,
    primary key (agency_id, id)
);
call platform.protect('staffing.hour_entry', 'shared', 'agency_id', 'department_id', 'Hours of an officer, worked or planned, for whomever');
create index hour_entry_officer on staffing.hour_entry (agency_id, officer_id, starts_at);
create unique index hour_entry_source on staffing.hour_entry (agency_id, source_id) where source_id is not null;
create index hour_entry_department on staffing.hour_entry (department_id, starts_at);

create table staffing.shift (
    agency_id           uuid not null,
    id                  uuid not null,
    district_id         uuid not null,
    school_id           uuid not null,
    post_id             uuid not null,
    officer_id          uuid not null,
    person_id           uuid not null,
    officer_name        text not null,
    department_id       uuid not null,
    starts_at           timestamptz not null,
    ends_at             timestamptz not null check (ends_at > starts_at),
    state               text not null check (state in ('SCHEDULED', 'ON_POST', 'ENDED', 'NO_SHOW', 'CANCELLED', 'GIVEN_BACK')),
    accepted_at         timestamptz not null,
    accepted_by         text not null check (accepted_by in ('OFFICER', 'PHONE', 'STANDING')), -- whose act is the evidence
    phone_caller        text,
    confirmed_at        timestamptz, -- the officer's later confirmation of a phone acceptance
    verdict             jsonb not null default '{}', -- why the officer was eligible, rule by rule, at that moment
    checked_in_at       timestamptz,
    check_in_proof      text check (check_in_proof in ('POSITION', 'DESK_CODE', 'DESK_PERSON', 'COORDINATOR')),
    check_in_lat        double precision,
    check_in_lon        double precision,
    check_in_accuracy_m int,
    position_says       text,
    checked_out_at      timestamptz,
    checkout_note       text,
    closed_reason       text,
    version             int not null default 0,
    -- When a shift fell away, what the school was called, and the window its officer is asked about anew.
    closed_at           timestamptz,
    school_name         text not null default '',
    -- What did not fit about a check-in, written as "KIND found allowed" and divided by semicolons; empty: nothing.
    check_in_doubts     text not null default ''
    check (check_in_doubts ~ '^((VAGUE|STALE|TOO_EXACT|REPEATED|ELSEWHERE|TOO_FAST) [0-9]+ [0-9]+(;|$))*$'),
    standing_consent_id uuid,
    -- An acceptance by phone keeps the time of the call, which may be earlier than when it was written down.
    -- Of those recorded before, the entry is the only time that is known.
    phone_called_at     timestamptz,
    -- A shift that was reinstated has its grace once more: without the moment it was missed again within the minute.
    scheduled_again_at  timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, officer_id) references staffing.officer,
    check (state <> 'ON_POST' or (checked_in_at is not null and checked_out_at is null)),
    check (state <> 'ENDED' or (checked_in_at is not null and checked_out_at is not null)),
    constraint closed_with_time check ((state in ('NO_SHOW', 'CANCELLED', 'GIVEN_BACK')) = (closed_at is not null)),
    constraint standing_names_its_consent check ((accepted_by = 'STANDING') = (standing_consent_id is not null)),
    constraint shift_call_has_its_time check ((phone_caller is null) = (phone_called_at is null)),
    constraint shift_scheduled_again check (scheduled_again_at is null or state = 'SCHEDULED')
);
call platform.protect('staffing.shift', 'shared', 'agency_id', 'district_id', 'An officer at a post: accepted by their own act, worked, ended');
create unique index one_officer_per_post on staffing.shift (agency_id, post_id) where state in ('SCHEDULED', 'ON_POST', 'ENDED');
create index shift_officer on staffing.shift (agency_id, officer_id, starts_at);
create index shift_school on staffing.shift (agency_id, school_id, starts_at);
create index shift_due on staffing.shift (starts_at) where state = 'SCHEDULED';
create index shift_person on staffing.shift (agency_id, person_id, starts_at);
create index shift_recent on staffing.shift (agency_id, starts_at desc, id);
-- The ledger reads shifts by post and absences by shift, for agency and district alike, so without the agency in front.
create index shift_of_post on staffing.shift (post_id);
create index shift_doubted on staffing.shift (agency_id, starts_at) where check_in_doubts <> '';
-- A month's worked shifts of one district, for the room that bills them.
create index shift_worked on staffing.shift (agency_id, district_id, starts_at) where state = 'ENDED';

create table staffing.trade (
    agency_id    uuid not null,
    id           uuid not null,
    shift_id     uuid not null,
    from_officer uuid not null,
    to_officer   uuid not null,
    state        text not null check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    proposed_at  timestamptz not null,
    decided_at   timestamptz,
    reason       text not null default '',
    primary key (agency_id, id),
    foreign key (agency_id, shift_id) references staffing.shift
);
call platform.protect('staffing.trade', 'agency', 'agency_id', null, 'One officer offers a shift to another, who accepts it');
create unique index one_proposal_per_shift on staffing.trade (agency_id, shift_id) where state = 'PROPOSED';

create table staffing.absence (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    shift_id    uuid not null,
    left_at     timestamptz not null,
    back_at     timestamptz,
    reason      text not null,
    primary key (agency_id, id),
    foreign key (agency_id, shift_id) references staffing.shift
);
call platform.protect('staffing.absence', 'shared', 'agency_id', 'district_id', 'The officer left campus during a shift: when, why, until when');
create index absence_shift on staffing.absence (agency_id, shift_id);
create unique index one_absence_at_a_time on staffing.absence (agency_id, shift_id) where back_at is null;
create index absence_of_shift on staffing.absence (shift_id);

create table staffing.capacity_change (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    shift_id    uuid not null,
    officer_id  uuid not null,
    capacity    text not null check (capacity in ('SCHOOL_AGENT', 'PEACE_OFFICER')),
    at          timestamptz not null,
    reason      text not null check (length(reason) >= 5),
    primary key (agency_id, id),
    foreign key (agency_id, shift_id) references staffing.shift
);
call platform.protect('staffing.capacity_change', 'shared', 'agency_id', 'district_id', 'From here on the officer acts as school agent or as peace officer, and why');
create index capacity_shift on staffing.capacity_change (agency_id, shift_id, at);

create table staffing.coverage_gap (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    post_id      uuid not null,
    day          date not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > starts_at),
    reason       text not null check (reason in ('NOT_FILLED', 'NO_SHOW', 'LATE', 'LEFT_EARLY', 'OFF_CAMPUS', 'CALLED_OFF', 'CHECK_IN_UNPROVEN')),
    explanation  text not null default '',
    told         text not null default '',
    told_at      timestamptz,
    relief       text not null default '',
    explained_by uuid,
    explained_at timestamptz,
    primary key (agency_id, id),
    unique (agency_id, post_id, starts_at),
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.coverage_gap', 'shared', 'agency_id', 'district_id', 'Minutes a school stood without its officer: why, who was told, who relieved');
create index coverage_gap_day on staffing.coverage_gap (agency_id, day);
create index coverage_gap_district on staffing.coverage_gap (district_id, day);

-- A school's day once it is over: its minutes, kept, so that a quarter is a sum and not a recount.
-- No row means that nothing was required or the day is not over; that is not the same as zero uncovered minutes.
create table staffing.coverage_day (
    agency_id         uuid not null,
    district_id       uuid not null,
    school_id         uuid not null,
    day               date not null,
    posts             int not null check (posts > 0),
    filled            int not null check (filled between 0 and posts),
    required_minutes  int not null,
    covered_minutes   int not null check (covered_minutes >= 0),
    uncovered_minutes int not null check (uncovered_minutes >= 0),
    gaps              int not null check (gaps >= 0),
    closed_at         timestamptz not null, -- or counted again, when a punch was corrected
    primary key (agency_id, school_id, day),
    check (required_minutes = covered_minutes + uncovered_minutes),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.coverage_day', 'shared', 'agency_id', 'district_id', 'A school''s day once it is over: minutes required, covered and uncovered');
create index coverage_day_day on staffing.coverage_day (agency_id, day);
create index coverage_day_district on staffing.coverage_day (district_id, day);

-- Who called off is not asked again: for that post, and when sick for the whole day, until they take it back.
-- Of a sickness nothing is kept but the day and that it kept the officer from work.
create table staffing.call_off (
    agency_id     uuid not null,
    shift_id      uuid not null,
    officer_id    uuid not null,
    post_id       uuid not null,
    day           date not null,
    sick          boolean not null,
    called_off_at timestamptz not null,
    withdrawn_at  timestamptz, -- fit again, or coming after all
    primary key (agency_id, shift_id),
    foreign key (agency_id, officer_id) references staffing.officer
);
create index call_off_officer on staffing.call_off (agency_id, officer_id) where withdrawn_at is null;
call platform.protect('staffing.call_off', 'agency', 'agency_id', null, 'That an officer called off a post, or the whole day because they are sick, until they take it back');
