-- Rosters: asked for by a coordinator, worked out by whichever node is free, published to officers who accept by their own act.

create table staffing.roster (
    agency_id   uuid not null,
    id          uuid not null,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    ranks       int not null check (ranks between 1 and 20),  -- departments asked: those with a rank up to this
    seed        bigint not null,
    moves       bigint not null check (moves >= 0),
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    asked_by    uuid,
    asked_at    timestamptz not null,
    began_at    timestamptz,
    ended_at    timestamptz,
    taken_by    text,                 -- the node that works on it
    lease_until timestamptz,          -- after this moment any node may take it over
    stop_asked  boolean not null default false,
    problem     text,                 -- the problem file as it was solved
    seats       int not null default 0,
    moves_made  bigint not null default 0,
    points      bigint,               -- of the best roster so far
    bound       bigint,               -- no roster is better; null while none is proved
    problem_words text,               -- why it failed
    primary key (agency_id, id),
    check (state <> 'RUNNING' or (taken_by is not null and lease_until is not null)),
    check (state not in ('DONE', 'STOPPED', 'FAILED') or ended_at is not null)
);
call platform.protect('staffing.roster', 'agency', 'agency_id', null, 'A roster asked for: its problem, how far the search has come, and how good it is');
create index roster_waiting on staffing.roster (asked_at) where state in ('QUEUED', 'RUNNING');

create table staffing.roster_place (
    agency_id   uuid not null,
    roster_id   uuid not null,
    post_id     uuid not null,
    officer_id  uuid not null,
    pinned      boolean not null default false,  -- a coordinator's wish, or an acceptance that stood before
    published_at timestamptz,                    -- the officer was asked by name
    primary key (agency_id, roster_id, post_id),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.roster_place', 'agency', 'agency_id', null, 'Who a roster proposes for a post');

create table staffing.standing_consent (
    agency_id   uuid not null,
    id          uuid not null,
    officer_id  uuid not null,
    school_id   uuid not null,
    given_at    timestamptz not null,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day and to_day <= from_day + 200),
    revoked_at  timestamptz check (revoked_at >= given_at),
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.standing_consent', 'agency', 'agency_id', null, 'An officer''s own word that posts at one school may be taken for him until a day; he takes it back at any time');
create unique index one_standing_consent on staffing.standing_consent (agency_id, officer_id, school_id) where revoked_at is null;

-- The evidence of an acceptance may be a standing consent: which one stands beside the shift.
alter table staffing.shift drop constraint shift_accepted_by_check;
alter table staffing.shift add constraint shift_accepted_by_check check (accepted_by in ('OFFICER', 'PHONE', 'STANDING'));
alter table staffing.shift add column standing_consent_id uuid;
alter table staffing.shift add constraint standing_names_its_consent check ((accepted_by = 'STANDING') = (standing_consent_id is not null));
