-- What the roster page says of a place: whose core team stands there, why nobody does, and who declined.

alter table staffing.roster add column changed_at timestamptz;          -- a person pinned, let go or emptied a place since it was worked out
alter table staffing.roster_place add column declined_at timestamptz;   -- its officer said no to it

create table staffing.roster_core (
    agency_id  uuid not null,
    roster_id  uuid not null,
    school_id  uuid not null,
    officer_id uuid not null,
    mark       int not null check (mark between 1 and 26),  -- 1 for the face the school knows best
    primary key (agency_id, roster_id, school_id, officer_id),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    foreign key (agency_id, school_id) references directory.school,
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.roster_core', 'agency', 'agency_id', null, 'The core team of a school as a roster counted it');

create table staffing.roster_lack (
    agency_id  uuid not null,
    roster_id  uuid not null,
    post_id    uuid not null,
    lack       text not null check (lack in ('DEPARTMENT', 'ROLE', 'SCHOOL', 'CREDENTIAL', 'STATUS', 'LIMIT', 'ELSEWHERE', 'NOTHING')),
    officers   int not null check (officers > 0),
    primary key (agency_id, roster_id, post_id, lack),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.roster_lack', 'agency', 'agency_id', null, 'Why a place of a roster stayed empty: what kept how many officers from it');
