-- What chances for work each officer had, and what became of them: each post once for each officer.

create table staffing.opportunity (
    agency_id     uuid not null,
    officer_id    uuid not null,
    post_id       uuid not null,
    day           date not null,
    minutes       int not null check (minutes > 0),
    shown_at      timestamptz not null,  -- first seen open to him and allowed by every rule
    asked_at      timestamptz,           -- asked by name: a place held for him, a trade proposed to him
    accepted_at   timestamptz,
    declined_at   timestamptz,
    given_back_at timestamptz,
    primary key (agency_id, officer_id, post_id),
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.opportunity', 'agency', 'agency_id', null, 'A post an officer could have taken, and what he did with it');
create index opportunity_day on staffing.opportunity (agency_id, day, officer_id);

create table staffing.opportunity_gathering (
    agency_id   uuid not null,
    due         boolean not null,
    gathered_at timestamptz,
    primary key (agency_id)
);
call platform.protect('staffing.opportunity_gathering', 'agency', 'agency_id', null, 'When opportunities were last gathered, and whether posts were offered since');
