-- What becomes of a tip: its class, to whom it was routed, where it stands. Not a word of it stands here. Of a tip that is not
-- about a life there is no time but the day on which it came; of one about a life, when it was handed on and when somebody opened it.
create table relationships.queued_tip (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    day         date not null,
    said_life   boolean not null,
    tip_class   text not null check (tip_class in ('LIFE_SAFETY', 'ROUTINE')),
    handed_on   timestamptz,
    seen_at     timestamptz,
    is_lifted   boolean not null,
    category    text check (category in ('SUICIDE', 'SELF_HARM', 'DEPRESSION', 'BULLYING', 'CYBERBULLYING', 'HARASSMENT', 'ABUSE', 'THREAT', 'PLANNED_ATTACK', 'WEAPON', 'DRUGS', 'SCHOOL_COMPLAINT', 'OTHER')),
    routed      text[] not null default '{}' check (routed <@ array['SCHOOL', 'MENTAL_HEALTH', 'POLICE']),
    same_id     uuid check (same_id <> id),
    analyst_id  uuid, -- who gave it its class; a routed tip stays with them
    state       text not null check (state in ('RECEIVED', 'TRIAGED', 'ROUTED', 'ACKNOWLEDGED', 'WORKING', 'CLOSED', 'REOPENED')),
    state_by    uuid,
    state_name  text,
    state_at    timestamptz,
    body        bytea, -- reasons, how it ended: sealed by the tip's own key
    version     int not null,
    primary key (district_id, id),
    foreign key (district_id, id) references relationships.tip on delete cascade,
    check (handed_on is null or said_life),
    check (seen_at is null or handed_on is not null),
    check ((state = 'RECEIVED') = (num_nulls(state_by, state_name, state_at) = 3)),
    check (state = 'RECEIVED' or category is not null),
    check (state not in ('ROUTED', 'ACKNOWLEDGED', 'WORKING') or 'SCHOOL' = any (routed)),
    check (state not in ('CLOSED', 'REOPENED') or body is not null)
);
-- Tips that came before there was a queue wait in it.
alter table relationships.tip no force row level security;
insert into relationships.queued_tip (district_id, id, school_id, day, said_life, tip_class, is_lifted, state, version)
select district_id, id, school_id, day, is_life_safety, case when is_life_safety then 'LIFE_SAFETY' else 'ROUTINE' end, false, 'RECEIVED', 1
from relationships.tip;
alter table relationships.tip force row level security;
call platform.protect('relationships.queued_tip', 'district', 'district_id', null, 'What becomes of a tip without a name, without its words; the agency never sees this table');
create index queued_tip_unseen on relationships.queued_tip (district_id) where handed_on is not null and seen_at is null;
