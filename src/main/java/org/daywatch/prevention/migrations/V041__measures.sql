-- What would mend a gap, and what it costs. An estimate nobody made is unknown, which is not zero.
create table prevention.measure (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid not null,
    assessment_id uuid, -- out of which it was proposed
    item          text not null default '', -- of the instrument; empty where it is about none
    about         text not null default '', -- the gap in words, as it stood then
    what          text not null check (length(what) between 3 and 500),
    cost_class    text not null check (cost_class in ('NONE', 'LOW', 'CAPITAL')),
    dollars       int check (dollars between 0 and 1000000000),
    payer         text not null default '' check (length(payer) <= 120),
    state         text not null check (state in ('PROPOSED', 'APPROVED', 'DONE', 'REJECTED')),
    proposed_at   timestamptz not null,
    proposed_by   text not null,
    proposed_person uuid not null,
    decided_at    timestamptz, -- approved or rejected
    decided_by    text,
    decided_person uuid,
    decided_words text not null default '',
    done_at       timestamptz,
    done_by       text,
    done_how      text not null default '',
    paid_dollars  int check (paid_dollars between 0 and 1000000000), -- what it cost in the end, where somebody said so
    version       int not null default 1,
    primary key (agency_id, id),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'DONE') = (done_at is not null)),
    check (state <> 'REJECTED' or decided_words <> ''),
    check (state <> 'DONE' or done_how <> ''),
    check (cost_class <> 'NONE' or coalesce(dollars, 0) = 0)
);
call platform.protect('prevention.measure', 'shared', 'agency_id', 'district_id', 'What would mend a gap of a campus, what it costs and who pays');
create index measure_school on prevention.measure (school_id, state);
create unique index measure_once on prevention.measure (agency_id, assessment_id, item, what) where assessment_id is not null and state <> 'REJECTED';
