-- Requests know how far their posts have been planned; posts know whether a person or the calendar canceled them.

alter table staffing.detail_request add column planned_from date, add column planned_to date;
alter table staffing.detail_request add constraint planned_both check ((planned_from is null) = (planned_to is null));
create index detail_request_state on staffing.detail_request (agency_id, state, school_id);
create index detail_request_district on staffing.detail_request (district_id);

alter table staffing.post add column cancelled_by_calendar boolean not null default false;
alter table staffing.post add constraint calendar_cancels_only_cancelled check (not cancelled_by_calendar or state = 'CANCELLED');
alter table staffing.post add constraint held_for_someone check (state <> 'HELD' or (held_for is not null and held_until is not null));
alter table staffing.post add constraint cancelled_with_reason check (state <> 'CANCELLED' or length(cancelled_reason) > 0);

-- Numbers people say on the phone. One row of numbers for the installation: a gap or a skipped number tells nothing.
create sequence staffing.request_number;
grant usage on sequence staffing.request_number to dw_app;

create table staffing.prohibited_work (
    list      text not null,
    work_kind text not null,
    source    text not null,
    primary key (list, work_kind)
);
call platform.exempt('staffing.prohibited_work', 'Published lists of work that departments forbid; copied into a department''s terms when it joins.');
grant select on staffing.prohibited_work to dw_app;
insert into staffing.prohibited_work (list, work_kind, source)
select 'MESA', kind, 'Mesa police department, off-duty program terms'
  from unnest(array['PROCESS_SERVING', 'DEBT_COLLECTION', 'PRIVATE_INVESTIGATION', 'LABOR_DISPUTE', 'OTHER_AGENCY_RESERVE']) kind
union all
select 'SURPRISE', kind, 'Surprise police department, off-duty program terms'
  from unnest(array['TOWING', 'BAIL_BONDS', 'PRIVATE_GUARD_FIRM', 'TAXI', 'ADULT_BUSINESS', 'ALCOHOL', 'MEDICAL_MARIJUANA']) kind;

create table staffing.post_job (
    agency_id  uuid not null,
    id         uuid not null,
    from_day   date not null,
    to_day     date not null check (to_day >= from_day),
    open_after boolean not null,
    state      text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total      int not null default 0,   -- requests to plan
    done       int not null default 0,   -- requests planned
    posts      int not null default 0,   -- posts made
    no_bells   int not null default 0,   -- requests whose school has no bells
    problem    text,
    started_at timestamptz not null,
    ended_at   timestamptz,
    primary key (agency_id, id)
);
call platform.protect('staffing.post_job', 'agency', 'agency_id', null, 'Posts being made for many requests at once, and how far it has come');
