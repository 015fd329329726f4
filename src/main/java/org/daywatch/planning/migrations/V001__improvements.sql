-- What is to be done better: found by a drill, an incident, a meeting or a review. It closes only when somebody other than its owner verified it.
create table planning.improvement (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    source       text not null check (source in ('DRILL', 'INCIDENT', 'MEETING', 'PLAN', 'BY_HAND')),
    source_id    uuid, -- the drill, incident, meeting or plan
    capability   text not null default '',
    issue        text not null check (length(issue) between 1 and 500),
    action       text not null check (length(action) between 1 and 500),
    owner        text not null check (length(owner) between 1 and 200), -- by name or office
    owner_person uuid, -- his account, where he has one
    due          date not null,
    state        text not null check (state in ('OPEN', 'DONE', 'VERIFIED', 'DROPPED')),
    agreed_at    timestamptz not null,
    agreed_by    text not null,
    done_at      timestamptz,
    done_by      text,
    done_person  uuid,
    done_what    text not null default '',
    closed_at    timestamptz, -- verified, or dropped with a reason
    closed_by    text,
    closed_person uuid,
    closed_how   text not null default '',
    returned_at  timestamptz, -- said to be done and was not, the last time
    returned_by  text,
    returned_why text not null default '',
    told_soon_at timestamptz, -- its owner and those who lead were reminded
    told_late_at timestamptz, -- the safety director was told
    version      int not null default 1,
    primary key (agency_id, id),
    check (state <> 'DONE' or done_at is not null),
    check ((state in ('VERIFIED', 'DROPPED')) = (closed_at is not null)),
    -- Nothing closes unverified: two people, neither the one who did it nor the one who owns it.
    check (state <> 'VERIFIED' or (num_nulls(done_at, done_person, closed_person) = 0 and closed_person <> done_person
        and closed_person is distinct from owner_person)),
    check (state <> 'DROPPED' or closed_how <> '')
);
call platform.protect('planning.improvement', 'shared', 'agency_id', 'district_id', 'Something to be done better, with an owner, a day and a verification');
create index improvement_school on planning.improvement (school_id, state, due);
