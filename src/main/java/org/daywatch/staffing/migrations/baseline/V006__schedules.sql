-- Weekly schedules: which officer works where, who agreed to work the same post every week, and what was published.

-- Rosters: asked for by a coordinator, worked out by whichever node is free, published to officers who accept by their own act.
create table staffing.roster (
    agency_id     uuid not null,
    id            uuid not null,
    from_day      date not null,
    to_day        date not null check (to_day >= from_day),
    ranks         int not null check (ranks between 1 and 20), -- departments asked: those with a rank up to this
    seed          bigint not null,
    moves         bigint not null check (moves >= 0),
    state         text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    asked_by      uuid,
    asked_at      timestamptz not null,
    began_at      timestamptz,
    ended_at      timestamptz,
    taken_by      text, -- the node that works on it
    lease_until   timestamptz, -- after this moment any node may take it over
    stop_asked    boolean not null default false,
    problem       text, -- the problem file as it was solved
    seats         int not null default 0,
    moves_made    bigint not null default 0,
    points        bigint, -- of the best roster so far
    bound         bigint, -- no roster is better; null while none is proved
    problem_words text, -- why it failed
    -- What the roster page says of a place: whose core team stands there, why nobody does, and who declined.
    changed_at    timestamptz, -- a person pinned, let go or emptied a place since it was worked out
    -- After a roster stands its bound and the reasons for empty places are still worked out: this is the lease of whoever does it.
    notes_until   timestamptz,
    primary key (agency_id, id),
    check (state <> 'RUNNING' or (taken_by is not null and lease_until is not null)),
    check (state not in ('DONE', 'STOPPED', 'FAILED') or ended_at is not null)
);
call platform.protect('staffing.roster', 'agency', 'agency_id', null, 'A roster asked for: its problem, how far the search has come, and how good it is');
create index roster_waiting on staffing.roster (asked_at) where state in ('QUEUED', 'RUNNING');
create index roster_notes_due on staffing.roster (notes_until) where notes_until is not null;
create unique index one_roster_at_a_time on staffing.roster (agency_id, from_day, to_day) where state in ('QUEUED', 'RUNNING');

create table staffing.roster_place (
    agency_id      uuid not null,
    roster_id      uuid not null,
    post_id        uuid not null,
    officer_id     uuid not null,
    pinned         boolean not null default false, -- a coordinator's wish, or an acceptance that stood before
    published_at   timestamptz, -- the officer was asked by name
    declined_at    timestamptz, -- its officer said no to it
    publication_id uuid, -- the last one that came to this place
    outcome        text check (outcome in ('ASKED', 'TAKEN', 'PASSED', 'REFUSED')),
    refused_by     text, -- the code of what stood against it
    primary key (agency_id, roster_id, post_id),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, officer_id) references staffing.officer,
    constraint an_outcome_has_its_publication check ((outcome is null) = (publication_id is null)),
    constraint a_refusal_names_its_code check ((outcome = 'REFUSED') = (refused_by is not null))
);
call platform.protect('staffing.roster_place', 'agency', 'agency_id', null, 'Who a roster proposes for a post');

create table staffing.standing_consent (
    agency_id  uuid not null,
    id         uuid not null,
    officer_id uuid not null,
    school_id  uuid not null,
    given_at   timestamptz not null,
    from_day   date not null,
    to_day     date not null check (to_day >= from_day and to_day <= from_day + 200),
    revoked_at timestamptz check (revoked_at >= given_at),
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.standing_consent', 'agency', 'agency_id', null, 'An officer''s own word that posts at one school may be accepted for them until a day; they may withdraw it at any time');
create unique index one_standing_consent on staffing.standing_consent (agency_id, officer_id, school_id) where revoked_at is null;

create table staffing.roster_core (
    agency_id  uuid not null,
    roster_id  uuid not null,
    school_id  uuid not null,
    officer_id uuid not null,
    mark       int not null check (mark between 1 and 26), -- 1 for the face the school knows best
    primary key (agency_id, roster_id, school_id, officer_id),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    foreign key (agency_id, school_id) references directory.school,
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.roster_core', 'agency', 'agency_id', null, 'The core team of a school as a roster counted it');

create table staffing.roster_lack (
    agency_id uuid not null,
    roster_id uuid not null,
    post_id   uuid not null,
    lack      text not null check (lack in ('DEPARTMENT', 'ROLE', 'SCHOOL', 'CREDENTIAL', 'STATUS', 'LIMIT', 'ELSEWHERE', 'NOTHING')),
    officers  int not null check (officers > 0),
    primary key (agency_id, roster_id, post_id, lack),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.roster_lack', 'agency', 'agency_id', null, 'Why a place of a roster stayed empty: what kept how many officers from it');

-- Publishing a roster is stored work: which node does it, how far it has come, and what became of each place.
create table staffing.roster_publication (
    agency_id   uuid not null,
    id          uuid not null,
    roster_id   uuid not null,
    reason      text not null check (length(reason) between 1 and 300), -- words to the officers
    until_day   date, -- the last day that is published; null for all
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by    uuid,
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    taken_by    text, -- the node that works on it
    lease_until timestamptz, -- after this moment any node may take it over
    places      int not null default 0,
    words       text, -- why it failed
    primary key (agency_id, id),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    check (state <> 'RUNNING' or (taken_by is not null and lease_until is not null)),
    check (state not in ('DONE', 'FAILED') or ended_at is not null)
);
call platform.protect('staffing.roster_publication', 'agency', 'agency_id', null, 'A roster being told to its officers: how far it has come');
create unique index one_publication_at_a_time on staffing.roster_publication (agency_id, roster_id) where state in ('QUEUED', 'RUNNING');
create index roster_publication_waiting on staffing.roster_publication (asked_at) where state in ('QUEUED', 'RUNNING');

-- What alone keeps officers from the places a roster left empty: the credential or the limit that would fill most of them.
create table staffing.roster_opener (
    agency_id  uuid not null,
    roster_id  uuid not null,
    kind       text not null check (kind in ('CREDENTIAL', 'LIMIT')),
    name       text not null, -- of a credential: the key of its name; of a limit: its id
    department text not null default '', -- whose limit it is
    posts      int not null check (posts > 0), -- empty ones for which somebody lacks this and nothing else
    officers   int not null check (officers > 0), -- who they are, each once
    minutes    int check (minutes > 0), -- by which the limit would have to give way for all of them; null for a credential
    primary key (agency_id, roster_id, kind, name, department),
    foreign key (agency_id, roster_id) references staffing.roster on delete cascade,
    check ((kind = 'LIMIT') = (minutes is not null))
);
call platform.protect('staffing.roster_opener', 'agency', 'agency_id', null, 'What would fill most of the places a roster left empty');
