-- A proposed change of rules or days, replayed over what was worked: what was asked, how far it has come, and every row it touches.
create table staffing.what_if (
    agency_id   uuid not null,
    id          uuid not null,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    kind        text not null check (kind in ('LIMIT', 'CALENDAR')),
    proposal    jsonb not null, -- the change in full, as it was typed
    said        text not null, -- the change in the words of whoever asked
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by    uuid,
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    total       int not null default 0, -- officers to replay and weeks to refill
    done        int not null default 0,
    shifts      int not null default 0, -- worked in these days
    minutes     bigint not null default 0,
    problem     text,
    taken_by    text, -- the node that works on it
    lease_until timestamptz, -- after this moment any node may take it over
    primary key (agency_id, id),
    constraint only_what_ended_has_an_end check (state in ('QUEUED', 'RUNNING') or ended_at is not null),
    constraint who_runs_holds_a_lease check (state <> 'RUNNING' or (taken_by is not null and lease_until is not null))
);
call platform.protect('staffing.what_if', 'agency', 'agency_id', null, 'A proposed change of rules or days replayed over what was worked, and how far it has come');
create index what_if_asked on staffing.what_if (agency_id, asked_at);
create index what_if_waiting on staffing.what_if (asked_at) where state in ('QUEUED', 'RUNNING');

create table staffing.what_if_row (
    agency_id      uuid not null,
    what_if_id     uuid not null,
    n              int not null,
    outcome        text not null check (outcome in ('LOST', 'MOVED', 'CLOSED', 'CHANGED', 'OPENED', 'UNFILLED')),
    school_id      uuid not null,
    school_name    text not null,
    zone           text not null,
    day            date not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > starts_at),
    before_minutes int not null, -- worked then
    after_minutes  int not null, -- worked under the proposal, by whomever
    officer_id     uuid, -- who worked then
    officer_name   text not null default '',
    other_id       uuid, -- who could have stood there instead
    other_name     text not null default '',
    policy         text not null default '', -- the limit that stood in the way
    shape          text not null default '',
    reached        int not null default 0, -- minutes
    allowed        int not null default 0, -- minutes
    primary key (agency_id, what_if_id, n),
    foreign key (agency_id, what_if_id) references staffing.what_if on delete cascade
);
call platform.protect('staffing.what_if_row', 'agency', 'agency_id', null, 'One post a proposed change touches: who stood there, who could have, which limit stands in the way');
create index what_if_row_officer on staffing.what_if_row (agency_id, what_if_id, officer_id);
