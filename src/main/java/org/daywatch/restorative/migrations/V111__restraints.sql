-- That a student was held: reported in an incident, which starts what the law makes due, and written down here. Its id is that of the reported event. Until it is
-- written only the day stands; then the student, and a sealed cell with the rest.
create table restorative.restraint (
    district_id      uuid not null,
    id               uuid not null,
    school_id        uuid not null,
    incident_id      uuid not null, -- the agency's: no foreign key
    reported_on      date not null,
    written_on       date check (written_on >= reported_on),
    counselor_person uuid,
    officer_person   uuid,
    student_id       uuid, -- no foreign key: what was done to a student stays written when the roster lets them go
    body             bytea,
    version          int not null default 0,
    primary key (district_id, id),
    check ((written_on is null) = (body is null))
);
call platform.protect('restorative.restraint', 'district', 'district_id', null, 'That a student was held, what was written of it sealed; the agency never sees this table');
create index restraint_school on restorative.restraint (district_id, school_id, reported_on);
create index restraint_student on restorative.restraint (district_id, student_id);

-- A school says of a school year that every restraint of it is written down. Only then does an empty cell mean none.
create table restorative.restraint_year (
    district_id uuid not null,
    school_id   uuid not null,
    begins      date not null,
    declared_on date not null check (declared_on > begins),
    declared_by text not null check (declared_by <> ''),
    primary key (district_id, school_id, begins)
);
call platform.protect('restorative.restraint_year', 'district', 'district_id', null, 'School years of which a school says that every restraint is written down; the agency never sees this table');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
    ('RESTRAINT', 1826, '2026-01-01', 'DELETE', 'The record of a restraint: five years after it was reported, so that the figures of past school years can be checked. Its key goes with it.', true);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('RESTRAINT-WRITE', 'RESTRAINT_WRITE', 'ALL', 1, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A restraint is written down within this many days of its report.'),
('RESTRAINT-TALK', 'RESTRAINT_TALK', 'ALL', 5, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'After a restraint somebody speaks with the student within this many days.'),
('RESTRAINT-YEAR', 'RESTRAINT_YEAR', 'ALL', 7, 'month', '2000-01-01', null, 'Daywatch proposal', true, 'The school year of which restraints are counted begins with this month.');

-- What may be tried before anybody is held.
alter table restorative.label drop constraint label_kind_check;
alter table restorative.label add constraint label_kind_check check (kind in ('PLACE', 'MOTIVE', 'OTHERS', 'CAUSE', 'TRIED'));
insert into restorative.label (kind, code, place, valid_from, source, to_confirm) values
('TRIED', 'SPOKE_CALMLY', 10, '2000-01-01', 'Daywatch proposal', true), ('TRIED', 'GAVE_SPACE', 20, '2000-01-01', 'Daywatch proposal', true),
('TRIED', 'GAVE_CHOICE', 30, '2000-01-01', 'Daywatch proposal', true), ('TRIED', 'TRUSTED_ADULT', 40, '2000-01-01', 'Daywatch proposal', true),
('TRIED', 'OTHERS_LEFT', 50, '2000-01-01', 'Daywatch proposal', true), ('TRIED', 'QUIET_PLACE', 60, '2000-01-01', 'Daywatch proposal', true),
('TRIED', 'OWN_PLAN', 70, '2000-01-01', 'Daywatch proposal', true);
