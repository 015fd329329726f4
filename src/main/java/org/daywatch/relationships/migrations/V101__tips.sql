-- A tip as its quarter hour handed it on. There is no time in it and none beside it: rows of one quarter hour are written in one
-- transaction in random order under random numbers. What was written is sealed by a key that is not in this database.
create table relationships.tip (
    district_id    uuid not null,
    id             uuid not null,
    school_id      uuid not null,
    day            date not null,
    is_life_safety boolean not null,
    body           bytea not null,
    primary key (district_id, id)
);
call platform.protect('relationships.tip', 'district', 'district_id', null, 'What somebody wrote without a name, sealed; the agency never sees this table');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('NAMELESS_TIP', 1096, '2026-01-01', 'DELETE', 'A tip without a name: three years after its day. Its key goes with it.');
