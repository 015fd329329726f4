-- A school thinks of excluding a student: what help it offered first, and what came of it, in a sealed cell. A student has one at a time.
create table restorative.diversion (
    district_id      uuid not null,
    id               uuid not null,
    school_id        uuid not null,
    began_on         date not null,
    ended_on         date check (ended_on >= began_on),
    counselor_person uuid not null,
    student_id       uuid not null, -- no foreign key: what was offered stays written when the roster lets them go
    body             bytea not null,
    version          int not null default 0,
    primary key (district_id, id)
);
call platform.protect('restorative.diversion', 'district', 'district_id', null, 'Help that was offered before a student was excluded, sealed; the agency never sees this table');
create index diversion_school on restorative.diversion (district_id, school_id, began_on);
create index diversion_student on restorative.diversion (district_id, student_id);
create unique index diversion_one_at_a_time on restorative.diversion (district_id, student_id) where ended_on is null;

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
    ('DIVERSION', 1826, '2026-01-01', 'DELETE', 'Help before exclusion: five years after it began, so that the figures of past school years can be checked. Its key goes with it.', true);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DIVERSION-OFFER', 'DIVERSION_OFFER', 'ALL', 2, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Help is offered within this many days after a school thought of exclusion.'),
('DIVERSION-ANSWER', 'DIVERSION_ANSWER', 'ALL', 5, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'An offer of help is answered within this many days.'),
('DIVERSION-HELP', 'DIVERSION_HELP', 'ALL', 10, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Help that was accepted begins within this many days.'),
('DIVERSION-END', 'DIVERSION_END', 'ALL', 20, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'When everything is answered and has begun, somebody decides within this many days how it ends.'),
('DIVERSION-LEAST', 'DIVERSION_LEAST', 'ALL', 11, 'students', '2000-01-01', null, 'Daywatch proposal', true, 'Outside the school a figure about help before exclusion stands for at least this many.');

alter table restorative.label drop constraint label_kind_check;
alter table restorative.label add constraint label_kind_check check (kind in ('PLACE', 'MOTIVE', 'OTHERS', 'CAUSE', 'TRIED', 'OFFER'));
insert into restorative.label (kind, code, place, valid_from, source, to_confirm) values
('OFFER', 'CONFERENCE', 10, '2000-01-01', 'Daywatch proposal', true), ('OFFER', 'MENTOR', 20, '2000-01-01', 'Daywatch proposal', true),
('OFFER', 'COUNSELING', 30, '2000-01-01', 'Daywatch proposal', true), ('OFFER', 'MENTAL_HEALTH', 40, '2000-01-01', 'Daywatch proposal', true),
('OFFER', 'FAMILY_MEETING', 50, '2000-01-01', 'Daywatch proposal', true), ('OFFER', 'SUBSTANCE_HELP', 60, '2000-01-01', 'Daywatch proposal', true),
('OFFER', 'LEARNING_SUPPORT', 70, '2000-01-01', 'Daywatch proposal', true), ('OFFER', 'OTHER_SEAT', 80, '2000-01-01', 'Daywatch proposal', true);
