-- Publishing a roster is stored work: which node does it, how far it has come, and what became of each place.

create table staffing.roster_publication (
    agency_id   uuid not null,
    id          uuid not null,
    roster_id   uuid not null,
    reason      text not null check (length(reason) between 1 and 300),  -- words to the officers
    until_day   date,                 -- the last day that is published; null for all
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by    uuid,
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    taken_by    text,                 -- the node that works on it
    lease_until timestamptz,          -- after this moment any node may take it over
    places      int not null default 0,
    words       text,                 -- why it failed
    primary key (agency_id, id),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    check (state <> 'RUNNING' or (taken_by is not null and lease_until is not null)),
    check (state not in ('DONE', 'FAILED') or ended_at is not null)
);
call platform.protect('staffing.roster_publication', 'agency', 'agency_id', null, 'A roster being told to its officers: how far it has come');
create unique index one_publication_at_a_time on staffing.roster_publication (agency_id, roster_id) where state in ('QUEUED', 'RUNNING');
create index roster_publication_waiting on staffing.roster_publication (asked_at) where state in ('QUEUED', 'RUNNING');

alter table staffing.roster_place add column publication_id uuid;  -- the last one that came to this place
alter table staffing.roster_place add column outcome text check (outcome in ('ASKED', 'TAKEN', 'PASSED', 'REFUSED'));
alter table staffing.roster_place add column refused_by text;       -- the code of what stood against it
alter table staffing.roster_place add constraint an_outcome_has_its_publication check ((outcome is null) = (publication_id is null));
alter table staffing.roster_place add constraint a_refusal_names_its_code check ((outcome = 'REFUSED') = (refused_by is not null));
