-- Visitors sign in at a device of its own, and whose name is like one on a list waits for the office.

-- Whom a school, or a whole district, does not let in: on whose word, why, from when to when. Kept by the office.
create table directory.barred_person (
    district_id      uuid not null,
    id               uuid not null,
    school_id        uuid, -- null: every school of the district
    name             text not null check (length(name) between 3 and 120),
    reason           text not null check (length(reason) between 5 and 300),
    source           text not null check (length(source) between 3 and 300),
    valid_from       date not null,
    valid_to         date check (valid_to >= valid_from),
    set_by           uuid not null,
    set_at           timestamptz not null,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid,
    withdrawn_reason text,
    primary key (district_id, id),
    check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3))
);
call platform.protect('directory.barred_person', 'district', 'district_id', null, 'Who is not let in at a school, why and on whose word; the agency never sees this table');

-- A device at the door. It has a secret of its own and no session: it signs visitors in and out and does nothing else.
create table directory.visitor_kiosk (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    label       text not null check (length(label) between 2 and 80),
    pin_hash    bytea not null check (octet_length(pin_hash) = 32), -- without it nobody leaves the page
    secret_hash bytea check (octet_length(secret_hash) = 32), -- null until it is paired
    made_at     timestamptz not null,
    made_by     uuid not null,
    paired_at   timestamptz,
    revoked_at  timestamptz,
    primary key (district_id, id),
    check ((secret_hash is null) = (paired_at is null))
);
call platform.protect('directory.visitor_kiosk', 'district', 'district_id', null, 'A device at the door at which visitors sign in');
create index visitor_kiosk_school on directory.visitor_kiosk (district_id, school_id) where revoked_at is null;

-- Whoever types a pairing code is nobody yet, so nobody is bound before it is read.
create table directory.kiosk_code (
    code_hash   bytea primary key check (octet_length(code_hash) = 32),
    district_id uuid not null,
    kiosk_id    uuid not null,
    until       timestamptz not null
);
call platform.exempt('directory.kiosk_code', 'The hash of a pairing code leads to its district and its kiosk and says nothing else; it counts once, for some minutes.');
grant select, insert, delete on directory.kiosk_code to dw_app;

alter table directory.visitor alter column signed_in_by drop not null;
alter table directory.visitor add column kiosk_id uuid;
alter table directory.visitor add constraint signed_in_by_somebody check (num_nonnulls(signed_in_by, kiosk_id) >= 1);
alter table directory.visitor add constraint visitor_kiosk_of foreign key (district_id, kiosk_id) references directory.visitor_kiosk;

-- Whose name is like one on a list: no badge before somebody of the office has decided.
create table directory.waiting_visitor (
    district_id  uuid not null,
    id           uuid not null,
    school_id    uuid not null,
    name         text not null,
    organization text not null default '',
    visits       text not null,
    purpose      text not null default '',
    id_seen      boolean not null,
    inspects     boolean not null,
    came_at      timestamptz not null,
    signed_in_by uuid,
    kiosk_id     uuid,
    matched      text not null check (matched in ('BARRED', 'NOT_ALLOWED', 'DISPUTED')),
    listed       text not null, -- the name on the list
    reason       text not null default '', -- as the list had it
    student_id   uuid, -- whose pickup list it is
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    decided_why  text,
    admitted     boolean,
    visitor_id   uuid, -- once they were let in
    primary key (district_id, id),
    foreign key (district_id, kiosk_id) references directory.visitor_kiosk,
    check (num_nonnulls(signed_in_by, kiosk_id) >= 1),
    check (num_nulls(decided_at, decided_by, decided_name, decided_why, admitted) in (0, 5)),
    check (visitor_id is null or admitted)
);
call platform.protect('directory.waiting_visitor', 'district', 'district_id', null, 'A visitor whose name is like one on a list, and what the office decided');
create index waiting_visitor_school on directory.waiting_visitor (district_id, school_id) where decided_at is null;
