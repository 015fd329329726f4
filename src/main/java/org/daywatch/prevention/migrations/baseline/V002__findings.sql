-- Findings: what is unsafe, who fixes it by when, and the photos of it.

-- Issue, from the day it is found until somebody else has seen that it is mended, or a named person answers for leaving it.
create table prevention.finding (
    agency_id       uuid not null,
    id              uuid not null,
    district_id     uuid not null,
    school_id       uuid not null,
    source          text not null check (source in ('ROUND', 'ASSESSMENT', 'BY_HAND', 'DRILL')),
    source_id       uuid, -- the round, assessment or drill
    checkpoint_id   uuid, -- the door, gate or camera, where it is one
    item            text not null default '' check (length(item) <= 80), -- of the instrument it was assessed by
    what            text not null check (length(what) between 1 and 500),
    place           text not null check (length(place) between 1 and 200),
    plan_id         uuid, -- of the site plan on which it is marked
    mark_across     numeric(5, 2) check (mark_across between 0 and 100), -- percent from the left edge
    mark_down       numeric(5, 2) check (mark_down between 0 and 100),
    severity        int not null check (severity between 1 and 5),
    likelihood      int not null check (likelihood between 1 and 5),
    cost_class      text check (cost_class in ('NONE', 'LOW', 'CAPITAL')), -- null: nobody has said yet
    estimate        int check (estimate >= 0), -- dollars; null is unknown and never counts as nothing
    interim         text not null default '' check (length(interim) <= 500), -- what protects until it is mended
    owner           text check (length(owner) between 1 and 200), -- by name or office
    owner_person    uuid, -- their account, if they have one
    due             date not null,
    earlier_id      uuid, -- closed before, at the same checkpoint
    opened_at       timestamptz not null,
    opened_by       text not null,
    opened_person   uuid not null,
    state           text not null check (state in ('OPEN', 'ASSIGNED', 'FIXED', 'VERIFIED', 'CLOSED', 'RISK_ACCEPTED')),
    returned_at     timestamptz, -- said to be fixed and was not, or broken again, the last time
    returned_by     text,
    returned_why    text not null default '',
    fixed_at        timestamptz,
    fixed_by        text,
    fixed_person    uuid,
    fixed_how       text not null default '',
    verified_at     timestamptz,
    verified_by     text,
    verified_person uuid,
    verified_how    text not null default '',
    ended_at        timestamptz, -- closed, or the risk accepted
    ended_by        text,
    ended_person    uuid,
    ended_how       text not null default '',
    review_by       date, -- an accepted risk is looked at again
    seen_again      int not null default 0,
    told_soon_at    timestamptz, -- the owner and the principal were reminded
    told_late_at    timestamptz, -- the safety director was told
    version         int not null default 1,
    -- Instruments name their items as they like: a gap is an item of one instrument, whatever the edition.
    instrument      text not null default '',
    -- Until when what protects for the time being holds; null: until it is mended.
    interim_until   date,
    told_interim_at timestamptz, -- that it has ended
    told_verify_at  timestamptz, -- those who may look were told that it waits for them
    primary key (agency_id, id),
    check ((mark_across is null) = (mark_down is null) and (plan_id is null) = (mark_across is null)),
    check (cost_class is distinct from 'NONE' or estimate is null or estimate = 0),
    check (state in ('OPEN', 'RISK_ACCEPTED') or owner is not null),
    check ((state in ('FIXED', 'VERIFIED', 'CLOSED')) = (num_nonnulls(fixed_at, fixed_by, fixed_person) = 3 and fixed_how <> '')),
    -- Two people: who verifies neither mended it nor owns it.
    check ((state in ('VERIFIED', 'CLOSED')) = (num_nonnulls(verified_at, verified_by, verified_person) = 3 and verified_how <> '')),
    check (verified_person is null or (verified_person <> fixed_person and verified_person is distinct from owner_person)),
    check ((state in ('CLOSED', 'RISK_ACCEPTED')) = (num_nonnulls(ended_at, ended_by, ended_person) = 3 and ended_how <> '')),
    check ((state = 'RISK_ACCEPTED') = (review_by is not null)),
    check (verified_at >= fixed_at),
    check (interim_until is null or interim <> '')
);
call platform.protect('prevention.finding', 'shared', 'agency_id', 'district_id', 'Something that is not as it must be, followed until somebody else saw it mended');
create index finding_school on prevention.finding (school_id, state, due);
create index finding_district on prevention.finding (district_id, state, due);
create index finding_source on prevention.finding (source_id);
-- One door has one finding at a time: broken once more it is seen again.
create unique index finding_checkpoint on prevention.finding (agency_id, checkpoint_id) where state <> 'CLOSED' and checkpoint_id is not null;
create unique index finding_item on prevention.finding (agency_id, school_id, instrument, item) where state <> 'CLOSED' and source = 'ASSESSMENT';
comment on column prevention.finding.told_late_at is 'The last time it was told; told again after FINDING_AGAIN days';

create table prevention.finding_line (
    agency_id     uuid not null,
    finding_id    uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    at            timestamptz not null,
    kind          text not null check (kind in ('OPENED', 'SEEN_AGAIN', 'NOTE', 'INTERIM', 'RATED', 'ASSIGNED', 'FIXED', 'VERIFIED', 'RETURNED', 'RISK_ACCEPTED', 'REOPENED', 'CLOSED', 'PHOTO', 'PLACED')),
    words         text not null default '',
    by_name       text not null,
    by_person     uuid not null,
    -- What a round saw is kept as it was tapped, so that each reader reads it in their language. Lines of before keep the words of whoever walked.
    breach_result text, -- of the sighting: propped, unlocked, broken, open
    breach_done   text not null default '', -- what was done about it at once
    breach_point  text not null default '', -- as the door was called then
    breach_note   text not null default '', -- in the words of whoever saw it
    primary key (agency_id, finding_id, id),
    foreign key (agency_id, finding_id) references prevention.finding on delete cascade
);
call platform.protect('prevention.finding_line', 'shared', 'agency_id', 'district_id', 'What became of a finding, line by line');

create table prevention.finding_photo (
    agency_id   uuid not null,
    id          uuid not null,
    finding_id  uuid not null,
    district_id uuid not null,
    caption     text not null default '' check (length(caption) <= 200),
    media_type  text not null check (media_type in ('image/jpeg', 'image/png')),
    width       int not null check (width > 0),
    height      int not null check (height > 0),
    picture     bytea not null,
    at          timestamptz not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, finding_id) references prevention.finding on delete cascade
);
call platform.protect('prevention.finding_photo', 'shared', 'agency_id', 'district_id', 'A photo of a finding, without what the camera wrote into it');
create index finding_photo_finding on prevention.finding_photo (finding_id);
