-- Requests of schools, the posts that follow from them, work that is prohibited, and what an officer reads about a site.

-- Numbers people say on the phone. One row of numbers for the installation: a gap or a skipped number tells nothing.
create sequence staffing.request_number;

grant usage on sequence staffing.request_number to dw_app;

create table staffing.detail_request (
    agency_id             uuid not null,
    id                    uuid not null,
    district_id           uuid not null,
    school_id             uuid not null,
    number                text not null, -- what people say on the phone: R-2026-0041
    kind                  text not null check (kind in ('ONE_OFF', 'EVENT', 'RECURRING', 'TERM')),
    role                  text not null check (role in ('SRO', 'SSO', 'JPO')),
    officers              int not null check (officers between 1 and 50),
    first_day             date not null,
    last_day              date not null check (last_day >= first_day),
    weekdays              int[] not null default '{1,2,3,4,5}',
    from_time             time,
    to_time               time, -- null for TERM: the bells decide
    reason                text not null,
    duties                text not null,
    risk_notes            text not null default '',
    contact               text not null default '',
    work_kind             text not null default 'SCHOOL_SAFETY',
    state                 text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    primary_department_id uuid,
    decided_reason        text,
    created_by            uuid,
    created_at            timestamptz not null,
    version               int not null default 0,
    -- Requests know how far their posts have been planned; posts know whether a person or the calendar canceled them.
    planned_from          date,
    planned_to            date,
    primary key (agency_id, id),
    unique (agency_id, number),
    foreign key (agency_id, school_id) references directory.school,
    constraint planned_both check ((planned_from is null) = (planned_to is null))
);
call platform.protect('staffing.detail_request', 'shared', 'agency_id', 'district_id', 'What a school asks for');
create index detail_request_state on staffing.detail_request (agency_id, state, school_id);
create index detail_request_district on staffing.detail_request (district_id);

create table staffing.post (
    agency_id             uuid not null,
    id                    uuid not null,
    district_id           uuid not null,
    school_id             uuid not null,
    request_id            uuid not null,
    day                   date not null,
    seat                  int not null,
    starts_at             timestamptz not null,
    ends_at               timestamptz not null check (ends_at > starts_at),
    role                  text not null,
    bell_kind             text not null,
    state                 text not null check (state in ('DRAFT', 'OPEN', 'HELD', 'FILLED', 'CANCELLED')),
    posted_at             timestamptz,
    posted_rank           int not null default 0, -- asked so far: departments with rank_order up to this
    held_for              uuid,
    held_until            timestamptz,
    held_reason           text,
    cancelled_reason      text,
    margin_rule           text not null default '', -- ids of the rules that made the window
    version               int not null default 0,
    cancelled_by_calendar boolean not null default false,
    primary key (agency_id, id),
    unique (agency_id, request_id, day, seat),
    foreign key (agency_id, request_id) references staffing.detail_request,
    constraint calendar_cancels_only_cancelled check (not cancelled_by_calendar or state = 'CANCELLED'),
    constraint held_for_someone check (state <> 'HELD' or (held_for is not null and held_until is not null)),
    constraint cancelled_with_reason check (state <> 'CANCELLED' or length(cancelled_reason) > 0)
);
call platform.protect('staffing.post', 'shared', 'agency_id', 'district_id', 'One seat at one school on one day, with the window it must be filled');
create index post_day on staffing.post (agency_id, day, state);
create index post_school on staffing.post (agency_id, school_id, day);
create index post_district on staffing.post (district_id, day);
create index post_open on staffing.post (agency_id, starts_at) where state in ('OPEN', 'HELD');
create index post_over on staffing.post (agency_id, ends_at) where state <> 'CANCELLED';

create table staffing.site_pack (
    agency_id    uuid not null,
    school_id    uuid not null,
    district_id  uuid not null,
    version      int not null,
    contacts     text not null,
    keys         text not null,
    radio        text not null,
    broken_doors text not null,
    post_orders  text not null,
    updated_by   uuid,
    updated_at   timestamptz not null,
    primary key (agency_id, school_id, version),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.site_pack', 'shared', 'agency_id', 'district_id', 'What an officer must know before the first shift at a school');

create table staffing.site_pack_reading (
    agency_id  uuid not null,
    school_id  uuid not null,
    version    int not null,
    officer_id uuid not null,
    read_at    timestamptz not null,
    primary key (agency_id, school_id, version, officer_id)
);
call platform.protect('staffing.site_pack_reading', 'agency', 'agency_id', null, 'Which officer acknowledged which version of a site pack');

create table staffing.prohibited_work (
    list      text not null,
    work_kind text not null,
    source    text not null,
    primary key (list, work_kind)
);
call platform.exempt('staffing.prohibited_work', 'Published lists of work that departments forbid; copied into a department''s terms when it joins.');
grant select on staffing.prohibited_work to dw_app;

create table staffing.post_job (
    agency_id   uuid not null,
    id          uuid not null,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    open_after  boolean not null,
    state       text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total       int not null default 0, -- requests to plan
    done        int not null default 0, -- requests planned
    posts       int not null default 0, -- posts made
    no_bells    int not null default 0, -- requests whose school has no bells
    problem     text,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    -- Officers are told the first and the last day of the posts that were opened, not the span that was asked for.
    opened      int not null default 0,
    opened_from date,
    opened_to   date,
    primary key (agency_id, id),
    constraint post_job_opened_days check ((opened = 0) = (opened_from is null) and (opened = 0) = (opened_to is null))
);
call platform.protect('staffing.post_job', 'agency', 'agency_id', null, 'Posts being made for many requests at once, and how far it has come');
