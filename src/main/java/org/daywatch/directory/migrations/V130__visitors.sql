-- Who is in a school besides students and staff: signed in and out at the front desk. The district's own.

create table directory.visitor (
    district_id  uuid not null,
    id           uuid not null,
    school_id    uuid not null,
    name         text not null check (length(name) between 2 and 120),
    organization text not null default '',
    visits       text not null check (length(visits) between 2 and 120), -- whom, as the visitor says it
    purpose      text not null default '',
    id_seen      boolean not null,
    day          date not null,                     -- at the school's clock
    badge        int not null check (badge > 0),    -- printed on the badge; counted from 1 each day
    came_at      timestamptz not null,
    left_at      timestamptz check (left_at >= came_at),
    signed_in_by uuid not null,
    primary key (district_id, id),
    unique (district_id, school_id, day, badge)
);
call platform.protect('directory.visitor', 'district', 'district_id', null, 'A visitor of a school, from signing in to signing out; the agency never sees this table');
create index visitor_here on directory.visitor (district_id, school_id) where left_at is null;

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('VISITOR', 400, '2026-01-01', 'DELETE', 'Who was in a school on a day: one school year and the summer after it.');
