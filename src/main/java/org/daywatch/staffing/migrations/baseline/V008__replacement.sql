-- Somebody is missing: who would be asked, who was asked, in which wave, and what became of it.
create table staffing.replacement (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null references platform.organization,
    school_id   uuid not null,
    post_id     uuid not null,
    shift_id    uuid not null, -- whose place it is
    cause       text not null check (cause in ('GIVEN_BACK', 'CANCELLED', 'NO_CHECK_IN')),
    started_at  timestamptz not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    state       text not null check (state in ('SEARCHING', 'FILLED', 'EXHAUSTED', 'WITHDRAWN')),
    wave        int not null default 0, -- of those sent; when filled, the one that filled it
    next_at     timestamptz, -- when the next officers are asked; survives every restart
    asked       int not null default 0,
    declined    int not null default 0,
    filled_by   uuid,
    ended_at    timestamptz,
    reason      text not null default '',
    version     int not null default 0,
    primary key (agency_id, id),
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, shift_id) references staffing.shift,
    check ((state = 'SEARCHING') = (next_at is not null)),
    check ((state = 'SEARCHING') = (ended_at is null)),
    check ((state = 'FILLED') = (filled_by is not null))
);
call platform.protect('staffing.replacement', 'shared', 'agency_id', 'district_id', 'The search for somebody to take the place of an officer who called off or did not come');
create unique index one_search_for_a_post on staffing.replacement (agency_id, post_id) where state = 'SEARCHING';
create unique index one_search_for_a_missing_officer on staffing.replacement (agency_id, shift_id) where cause = 'NO_CHECK_IN';
create index replacement_due on staffing.replacement (agency_id, next_at) where state = 'SEARCHING';
create index replacement_begun on staffing.replacement (agency_id, started_at desc);
create index replacement_school on staffing.replacement (district_id, school_id, started_at desc);

create table staffing.replacement_offer (
    agency_id      uuid not null,
    id             uuid not null,
    replacement_id uuid not null,
    wave           int not null check (wave > 0),
    place          int not null check (place > 0), -- in the order in which they were ranked
    officer_id     uuid not null,
    department_id  uuid not null references platform.organization,
    sent_at        timestamptz not null,
    expires_at     timestamptz not null check (expires_at > sent_at),
    state          text not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'TAKEN')), -- TAKEN: the place went to somebody else, or is not needed any more
    answered_at    timestamptz,
    primary key (agency_id, id),
    unique (agency_id, replacement_id, officer_id), -- nobody is asked twice
    foreign key (agency_id, replacement_id) references staffing.replacement,
    foreign key (agency_id, officer_id) references staffing.officer,
    check ((state in ('ACCEPTED', 'DECLINED')) = (answered_at is not null))
);
call platform.protect('staffing.replacement_offer', 'agency', 'agency_id', null, 'One officer asked in one wave, until when, and the answer');
create index replacement_offer_officer on staffing.replacement_offer (agency_id, officer_id, expires_at);

create table staffing.standby (
    agency_id   uuid not null,
    post_id     uuid not null,
    computed_at timestamptz not null,
    primary key (agency_id, post_id),
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.standby', 'agency', 'agency_id', null, 'When it was worked out who would be asked for a filled post');

create table staffing.standby_place (
    agency_id       uuid not null,
    post_id         uuid not null,
    place           int not null check (place > 0),
    officer_id      uuid not null,
    department_rank int not null,
    outside         boolean not null, -- outside the times the officer likes to be asked
    core            boolean not null,
    days_known      int not null,
    wishes          int not null,
    minutes         int not null, -- worked in four weeks
    distance        text not null check (distance in ('SAME_ZIP', 'NEAR', 'FAR')),
    primary key (agency_id, post_id, place),
    foreign key (agency_id, post_id) references staffing.standby on delete cascade,
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.standby_place', 'agency', 'agency_id', null, 'The officers who would be asked for a post, in their order, with what put them there');

-- Facts leave a line here without waiting for one another; the timer takes the lines away and works out the lists anew.
create table staffing.standby_change (
    agency_id uuid not null,
    id        uuid not null,
    at        timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('staffing.standby_change', 'agency', 'agency_id', null, 'Something changed since the standby lists were worked out');
