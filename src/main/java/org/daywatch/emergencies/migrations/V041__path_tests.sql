-- A screen or phone that named its place, so that a test can say where the way to it is broken.
create table emergencies.screen_device (
    agency_id   uuid not null,
    id          uuid not null, -- chosen by the browser and kept there
    district_id uuid not null,
    school_id   uuid not null,
    room_id     uuid,
    place       text not null, -- the room's name, or a place in words
    named_by    text not null,
    since       timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.screen_device', 'shared', 'agency_id', 'district_id', 'A screen or phone that named its place at a school');
create index screen_device_school on emergencies.screen_device (school_id);

-- One silent test per school and week; what came back are the receipts of its alert.
create table emergencies.path_test (
    agency_id   uuid not null,
    school_id   uuid not null,
    week        date not null, -- its Monday, by the school's own clock
    district_id uuid not null,
    alert_id    uuid not null,
    at          timestamptz not null,
    ended_at    timestamptz,
    primary key (agency_id, school_id, week)
);
call platform.protect('emergencies.path_test', 'shared', 'agency_id', 'district_id', 'A weekly silent test of the way to the devices of a school');
create index path_test_alert on emergencies.path_test (alert_id);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PATH-TEST-WEEKDAY', 'PATH_TEST_WEEKDAY', 'ALL', 2, 'weekday', '2000-01-01', null, 'Daywatch proposal', true, 'The silent weekly test runs on this day of the week: 1 is Monday.'),
('PATH-TEST-MINUTE', 'PATH_TEST_MINUTE', 'ALL', 620, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'It begins so many minutes after midnight by the school''s own clock.'),
('PATH-TEST-LENGTH', 'PATH_TEST_LENGTH', 'ALL', 10, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'Devices have so long to answer; then the test ends by itself.');
