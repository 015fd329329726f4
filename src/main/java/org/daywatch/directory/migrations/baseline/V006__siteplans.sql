-- Plans of a site with marks on them, and who opened one.

-- Plans of a school, sealed: whoever looks at one says why, the opening lasts a quarter of an hour and the owner is told.
create table directory.site_plan (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    name        text not null check (length(name) between 2 and 80),
    media_type  text not null check (media_type in ('image/svg+xml', 'image/png', 'image/jpeg')),
    image       bytea not null check (length(image) <= 5242880 + 64),
    sha256      text not null,
    added_by    uuid not null,
    added_at    timestamptz not null,
    removed_at  timestamptz,
    primary key (district_id, id)
);
call platform.protect('directory.site_plan', 'district', 'district_id', null, 'A floor or site plan of a school, sealed; confidential by A.R.S. 41-1803');

create table directory.plan_mark (
    district_id uuid not null,
    id          uuid not null,
    plan_id     uuid not null,
    kind        text not null check (kind in ('ROOM', 'DOOR', 'CAMERA', 'KEYS', 'SHUTOFF', 'ASSEMBLY')),
    room_id     uuid,
    label       text not null check (length(label) between 1 and 80),
    across      numeric(5,2) not null check (across between 0 and 100), -- percent from the left edge
    down        numeric(5,2) not null check (down between 0 and 100), -- percent from the upper edge
    primary key (district_id, id),
    foreign key (district_id, plan_id) references directory.site_plan,
    check ((kind = 'ROOM') or room_id is null)
);
call platform.protect('directory.plan_mark', 'district', 'district_id', null, 'A room, door, camera, key box, shut-off or assembly place on a plan');
create index plan_mark_plan on directory.plan_mark (district_id, plan_id);

create table directory.plan_opening (
    district_id uuid not null,
    id          uuid not null,
    plan_id     uuid not null,
    person_id   uuid,
    opened_by   text not null,
    purpose     text not null check (length(purpose) >= 5),
    opened_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > opened_at),
    -- A plan shown by a link for responders: one opening for each link, however often its page is loaded.
    link_id     uuid,
    primary key (district_id, id),
    foreign key (district_id, plan_id) references directory.site_plan
);
call platform.protect('directory.plan_opening', 'district', 'district_id', null, 'Who opened a sealed plan, why, and until when');
call platform.append_only('directory.plan_opening');
create unique index plan_opening_by_link on directory.plan_opening (district_id, link_id, plan_id) where link_id is not null;
