-- Officers on posts: who may stand where, when he stood there, and what stayed empty.

create extension if not exists btree_gist with schema platform;

create table staffing.officer (
    agency_id      uuid not null,
    id             uuid not null,
    person_id      uuid not null,   -- the account he signs in with
    department_id  uuid not null references platform.organization,
    full_name      text not null,
    email          text not null,
    phone          text not null default '',
    badge          text not null,
    rank           text not null check (rank in ('OFFICER', 'DETECTIVE', 'SERGEANT', 'LIEUTENANT', 'COMMANDER')),
    hired_on       date,            -- seniority
    certificate_no text not null default '',
    languages      text[] not null default '{en}',
    home_zip       text not null default '',
    roles          text[] not null default '{SSO}', -- SRO, SSO, JPO
    started_in_schools_on date,     -- starts the one-month training clock
    availability   jsonb not null default '[]',  -- [{"weekday":1,"from":"06:00","to":"18:00"}]; empty: any time
    wishes         jsonb not null default '{}',  -- {"schools":[...],"levels":[...]}
    state          text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    version        int not null default 0,
    primary key (agency_id, id),
    unique (agency_id, person_id),
    unique (agency_id, department_id, badge)
);
call platform.protect('staffing.officer', 'agency', 'agency_id', null, 'The officer''s file');

create table staffing.credential (
    agency_id  uuid not null, id uuid not null, officer_id uuid not null,
    kind       text not null check (kind in ('STATE_CERTIFICATION', 'CONTINUING_TRAINING', 'FIREARMS', 'SSO_COURSE', 'SRO_COURSE', 'SCHOOL_CERTIFICATE', 'DISABILITIES_TRAINING', 'FINGERPRINT_CARD', 'WORK_PERMISSION')),
    number     text not null default '',
    issued_on  date not null,
    expires_on date,
    hours      numeric,
    state      text not null default 'VALID' check (state in ('VALID', 'SUSPENDED', 'WITHDRAWN')),
    primary key (agency_id, id),
    unique (agency_id, officer_id, kind, issued_on),
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.credential', 'agency', 'agency_id', null, 'What an officer holds: certificate, course, card or permission, with its dates');

create table staffing.school_block (
    agency_id uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, officer_id uuid not null,
    reason    text not null check (length(reason) >= 5),
    placed_by uuid not null, placed_at timestamptz not null,
    appeal    text, appealed_at timestamptz, outcome text check (outcome in ('UPHELD', 'LIFTED')), decided_at timestamptz,
    primary key (agency_id, id)
);
call platform.protect('staffing.school_block', 'shared', 'agency_id', 'district_id', 'A school does not want an officer: why, and what became of his appeal');

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
    source        text not null,  -- import run, shift id, or "told by the officer"
    source_id     uuid,
    primary key (agency_id, id)
);
call platform.protect('staffing.hour_entry', 'shared', 'agency_id', 'department_id', 'Hours of an officer, worked or planned, for whomever');
create index hour_entry_officer on staffing.hour_entry (agency_id, officer_id, starts_at);
create unique index hour_entry_source on staffing.hour_entry (agency_id, source_id) where source_id is not null;

-- One person, one place: across tenants, by the database itself. Others see no row, only the refusal.
create table staffing.officer_busy (
    owner_id  uuid not null,
    id        uuid not null,
    person_id uuid not null,
    during    tstzrange not null,
    primary key (owner_id, id),
    constraint one_person_one_place exclude using gist (person_id with operator(pg_catalog.=), during with &&)
);
call platform.protect('staffing.officer_busy', 'tenant', 'owner_id', null, 'When a person is taken, whoever took him; the exclusion spans tenants on purpose');

create table staffing.cap_policy (
    id            text not null,
    department    text not null,   -- name of the department or shape the rule comes from
    scope         text not null,   -- DEPARTMENT:<uuid> or TEMPLATE
    shape         text not null check (shape in ('CALENDAR_DAY', 'ROLLING', 'WEEK', 'MONTH', 'REST_AFTER', 'BEFORE_SHIFT', 'REST_BETWEEN', 'CONTINUOUS')),
    parameters    jsonb not null,  -- hours, window, week start, what counts
    action        text not null check (action in ('BLOCK', 'WARN', 'APPROVE')),
    valid_from    date not null, valid_to date,
    source        text not null, to_confirm boolean not null default false, words text not null,
    primary key (id, scope, valid_from)
);
call platform.exempt('staffing.cap_policy', 'Published work-hour rules of departments; the same text for every tenant.');
grant select, insert, update on staffing.cap_policy to dw_app;

create table staffing.department_terms (
    agency_id uuid not null, department_id uuid not null,
    rank_order int not null default 1,       -- 1: primary; others are partners asked later
    policy_set text not null,                -- which cap policies judge its officers
    prohibited_work text[] not null default '{}',
    zone text not null default 'America/Phoenix',
    primary key (agency_id, department_id)
);
call platform.protect('staffing.department_terms', 'shared', 'agency_id', 'department_id', 'On what terms a department''s officers work for the agency');

create table staffing.detail_request (
    agency_id   uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null,
    number      text not null,          -- what people say on the phone: R-2026-0041
    kind        text not null check (kind in ('ONE_OFF', 'EVENT', 'RECURRING', 'TERM')),
    role        text not null check (role in ('SRO', 'SSO', 'JPO')),
    officers    int not null check (officers between 1 and 50),
    first_day   date not null, last_day date not null check (last_day >= first_day),
    weekdays    int[] not null default '{1,2,3,4,5}',
    from_time   time, to_time time,     -- null for TERM: the bells decide
    reason      text not null, duties text not null, risk_notes text not null default '', contact text not null default '',
    work_kind   text not null default 'SCHOOL_SAFETY',
    state       text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    primary_department_id uuid,
    decided_reason text, created_by uuid, created_at timestamptz not null, version int not null default 0,
    primary key (agency_id, id), unique (agency_id, number),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.detail_request', 'shared', 'agency_id', 'district_id', 'What a school asks for');

create table staffing.post (
    agency_id   uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, request_id uuid not null,
    day         date not null, seat int not null,
    starts_at   timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
    role        text not null, bell_kind text not null,
    state       text not null check (state in ('DRAFT', 'OPEN', 'HELD', 'FILLED', 'CANCELLED')),
    posted_at   timestamptz, posted_rank int not null default 0, -- asked so far: departments with rank_order up to this
    held_for    uuid, held_until timestamptz, held_reason text,
    cancelled_reason text,
    margin_rule text not null default '',  -- ids of the rules that made the window
    version     int not null default 0,
    primary key (agency_id, id),
    unique (agency_id, request_id, day, seat),
    foreign key (agency_id, request_id) references staffing.detail_request
);
call platform.protect('staffing.post', 'shared', 'agency_id', 'district_id', 'One seat at one school on one day, with the window it must be filled');
create index post_day on staffing.post (agency_id, day, state);
create index post_school on staffing.post (agency_id, school_id, day);
create index post_district on staffing.post (district_id, day);

create table staffing.shift (
    agency_id   uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, post_id uuid not null,
    officer_id  uuid not null, person_id uuid not null, officer_name text not null, department_id uuid not null,
    starts_at   timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
    state       text not null check (state in ('SCHEDULED', 'ON_POST', 'ENDED', 'NO_SHOW', 'CANCELLED', 'GIVEN_BACK')),
    accepted_at timestamptz not null,
    accepted_by text not null check (accepted_by in ('OFFICER', 'PHONE')),  -- whose act is the evidence
    phone_caller text, confirmed_at timestamptz,                            -- the officer's later confirmation of a phone acceptance
    verdict     jsonb not null default '{}',                                -- why he was eligible, rule by rule, at that moment
    checked_in_at timestamptz, check_in_proof text check (check_in_proof in ('POSITION', 'DESK_CODE', 'DESK_PERSON', 'COORDINATOR')),
    check_in_lat double precision, check_in_lon double precision, check_in_accuracy_m int, position_says text,
    checked_out_at timestamptz, checkout_note text,
    closed_reason text,
    version     int not null default 0,
    primary key (agency_id, id),
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, officer_id) references staffing.officer,
    check (state <> 'ON_POST' or (checked_in_at is not null and checked_out_at is null)),
    check (state <> 'ENDED' or (checked_in_at is not null and checked_out_at is not null))
);
call platform.protect('staffing.shift', 'shared', 'agency_id', 'district_id', 'An officer at a post: accepted by his own act, worked, ended');
create unique index one_officer_per_post on staffing.shift (agency_id, post_id) where state in ('SCHEDULED', 'ON_POST', 'ENDED');
create index shift_officer on staffing.shift (agency_id, officer_id, starts_at);
create index shift_school on staffing.shift (agency_id, school_id, starts_at);
create index shift_due on staffing.shift (starts_at) where state = 'SCHEDULED';

create table staffing.trade (
    agency_id uuid not null, id uuid not null, shift_id uuid not null, from_officer uuid not null, to_officer uuid not null,
    state text not null check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')), proposed_at timestamptz not null, decided_at timestamptz,
    primary key (agency_id, id), foreign key (agency_id, shift_id) references staffing.shift
);
call platform.protect('staffing.trade', 'agency', 'agency_id', null, 'One officer offers his shift to another, who accepts by his own act');

create table staffing.site_pack (
    agency_id uuid not null, school_id uuid not null, district_id uuid not null,
    version int not null, contacts text not null, keys text not null, radio text not null, broken_doors text not null, post_orders text not null,
    updated_by uuid, updated_at timestamptz not null,
    primary key (agency_id, school_id, version),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.site_pack', 'shared', 'agency_id', 'district_id', 'What an officer must know before his first shift at a school');
create table staffing.site_pack_reading (
    agency_id uuid not null, school_id uuid not null, version int not null, officer_id uuid not null, read_at timestamptz not null,
    primary key (agency_id, school_id, version, officer_id)
);
call platform.protect('staffing.site_pack_reading', 'agency', 'agency_id', null, 'Which officer acknowledged which version of a site pack');

create table staffing.absence (
    agency_id uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, shift_id uuid not null,
    left_at timestamptz not null, back_at timestamptz, reason text not null,
    primary key (agency_id, id), foreign key (agency_id, shift_id) references staffing.shift
);
call platform.protect('staffing.absence', 'shared', 'agency_id', 'district_id', 'The officer left campus during his shift: when, why, until when');

create table staffing.capacity_change (
    agency_id uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, shift_id uuid not null,
    officer_id uuid not null, capacity text not null check (capacity in ('SCHOOL_AGENT', 'PEACE_OFFICER')),
    at timestamptz not null, reason text not null check (length(reason) >= 5),
    primary key (agency_id, id), foreign key (agency_id, shift_id) references staffing.shift
);
call platform.protect('staffing.capacity_change', 'shared', 'agency_id', 'district_id', 'From here on the officer acts as school agent or as peace officer, and why');

create table staffing.coverage_gap (
    agency_id uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, post_id uuid not null,
    day date not null, starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
    reason text not null check (reason in ('NOT_FILLED', 'NO_SHOW', 'LATE', 'LEFT_EARLY', 'OFF_CAMPUS', 'CALLED_OFF', 'CHECK_IN_UNPROVEN')),
    explanation text not null default '', told text not null default '', told_at timestamptz, relief text not null default '',
    explained_by uuid, explained_at timestamptz,
    primary key (agency_id, id),
    unique (agency_id, post_id, starts_at),
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.coverage_gap', 'shared', 'agency_id', 'district_id', 'Minutes a school stood without its officer: why, who was told, who relieved');
create index coverage_gap_day on staffing.coverage_gap (agency_id, day);
