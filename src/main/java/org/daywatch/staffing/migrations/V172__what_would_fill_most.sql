-- What alone keeps officers from the places a roster left empty: the credential or the limit that would fill most of them.

create table staffing.roster_opener (
    agency_id  uuid not null,
    roster_id  uuid not null,
    kind       text not null check (kind in ('CREDENTIAL', 'LIMIT')),
    name       text not null,             -- of a credential: the key of its name; of a limit: its id
    department text not null default '',  -- whose limit it is
    posts      int not null check (posts > 0),     -- empty ones for which somebody lacks this and nothing else
    officers   int not null check (officers > 0),  -- who they are, each once
    minutes    int check (minutes > 0),   -- by which the limit would have to give way for all of them; null for a credential
    primary key (agency_id, roster_id, kind, name, department),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    check ((kind = 'LIMIT') = (minutes is not null))
);
call platform.protect('staffing.roster_opener', 'agency', 'agency_id', null, 'What would fill most of the places a roster left empty');

-- After a roster stands its bound and the reasons for empty places are still worked out: this is the lease of whoever does it.
alter table staffing.roster add column notes_until timestamptz;
create index roster_notes_due on staffing.roster (notes_until) where notes_until is not null;
