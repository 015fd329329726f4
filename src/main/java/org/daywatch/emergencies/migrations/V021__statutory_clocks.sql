-- What the law makes due when a student is taken into custody or restrained at a school. No student is named here.
create table emergencies.student_event (
    agency_id   uuid not null,
    id          uuid not null,
    incident_id uuid not null,
    district_id uuid not null,
    kind        text not null check (kind in ('CUSTODY', 'RESTRAINT')),
    student       text not null check (student ~ '^([A-Z]\.? ?){0,3}$'), -- initials, or nothing
    ward        boolean not null, -- of the state: another office is told than the parents
    at          timestamptz not null,
    place       text not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references emergencies.incident,
    check (kind = 'CUSTODY' or not ward)
);
call platform.protect('emergencies.student_event', 'shared', 'agency_id', 'district_id', 'That a student was taken into custody or restrained, without his name');
call platform.append_only('emergencies.student_event');
create index student_event_of on emergencies.student_event (incident_id);

create table emergencies.statutory_clock (
    agency_id    uuid not null,
    event_id     uuid not null,
    code         text not null,
    district_id  uuid not null,
    due_at       timestamptz not null,
    rule_version text not null,
    source       text not null,
    to_confirm   boolean not null,
    outcome      text check (outcome in ('DONE', 'HELD_BACK')),
    answered_at  timestamptz,
    answered_by  text,
    words        text,
    primary key (agency_id, event_id, code),
    foreign key (agency_id, event_id) references emergencies.student_event,
    check (num_nulls(outcome, answered_at, answered_by, words) in (0, 4))
);
call platform.protect('emergencies.statutory_clock', 'shared', 'agency_id', 'district_id', 'What is due by law after such an event, until when, and who did it');
revoke update, delete on emergencies.statutory_clock from dw_app;
grant update (outcome, answered_at, answered_by, words) on emergencies.statutory_clock to dw_app;

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AZ-CUSTODY-SAFE', 'CUSTODY_ASK_OFFICER', 'STATE:AZ', 0.5, 'hours', '2026-07-01', null, 'A.R.S. 8-303; the half hour is a Daywatch proposal', true,
 'Before parents are told of custody on school property, a school employee asks the officer whether that endangers the student or the inquiry.'),
('AZ-CUSTODY-PARENT', 'CUSTODY_PARENT_NOTICE', 'STATE:AZ', 1, 'hours', '2026-07-01', null, 'A.R.S. 8-303; the hour is a Daywatch proposal', true,
 'A school employee tells the parents that the student was taken into custody, once the officer has said that it is safe.'),
('AZ-CUSTODY-WARD', 'CUSTODY_STATE_NOTICE', 'STATE:AZ', 1, 'hours', '2026-07-01', null, 'A.R.S. 8-303; the hour is a Daywatch proposal', true,
 'For a ward of the state the Department of Child Safety is told instead of the parents.'),
('AZ-RESTRAINT-DAY', 'RESTRAINT_SAME_DAY_NOTICE', 'STATE:AZ', 0, 'days', '2015-07-03', null, 'A.R.S. 15-105; first day from memory', true,
 'The parents are told of a restraint or seclusion on the same day.'),
('AZ-RESTRAINT-24H', 'RESTRAINT_LATEST_NOTICE', 'STATE:AZ', 24, 'hours', '2015-07-03', null, 'A.R.S. 15-105; first day from memory', true,
 'Where the same day was impossible, the parents are told of a restraint or seclusion within 24 hours.'),
('AZ-RESTRAINT-REPORT', 'RESTRAINT_WRITTEN_REPORT', 'STATE:AZ', 24, 'hours', '2015-07-03', null,
 'A.R.S. 15-105; that the written report is due within 24 hours and not only within a reasonable time is to be asked of counsel', true,
 'A written report names people, place, time, duration and causes of a restraint or seclusion.');
