-- Tips about threats, grouped by what they speak of.

-- What somebody outside says about danger at a school: by phone, online, at the door. It raises nothing; those who lead are told once and decide.
create table emergencies.tip_group (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    school_id    uuid not null,
    opened_at    timestamptz not null,
    told_at      timestamptz not null, -- when those who lead were last told of it
    decision     text check (decision in ('NOTHING', 'PASSED_ON', 'ALERT')),
    reason       text check (length(reason) <= 600),
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    primary key (agency_id, id),
    check ((decision is null) = (decided_at is null) and (decision is null) = (reason is null))
);
call platform.protect('emergencies.tip_group', 'shared', 'agency_id', 'district_id', 'Tips about one school until somebody has decided about them');
-- Five hundred calls about one school are one thing to look at.
create unique index tip_group_undecided on emergencies.tip_group (agency_id, school_id) where decision is null;
create index tip_group_of on emergencies.tip_group (district_id, opened_at);
revoke update on emergencies.tip_group from dw_app;
grant update (told_at, decision, reason, decided_at, decided_by, decided_name) on emergencies.tip_group to dw_app;

create table emergencies.tip (
    agency_id   uuid not null,
    id          uuid not null, -- of the form it was written in: twice is once
    group_id    uuid not null,
    district_id uuid not null,
    how         text not null check (how in ('PHONE', 'IN_PERSON', 'MESSAGE', 'ONLINE', 'OTHER')),
    room        text not null, -- as it was said; empty where no room was named
    words       text not null check (length(words) <= 1000),
    findings    text[] not null, -- CODE or CODE|what it is about: what fitted the school at that minute
    said_at     timestamptz not null,
    by_person   uuid not null,
    by_name     text not null,
    primary key (agency_id, id),
    foreign key (agency_id, group_id) references emergencies.tip_group
);
call platform.protect('emergencies.tip', 'shared', 'agency_id', 'district_id', 'What somebody outside said about danger at a school');
call platform.append_only('emergencies.tip');
create index tip_of on emergencies.tip (group_id, said_at);
