-- How people felt after a drill about an attack: numbers only. Which adult has answered is kept for some weeks, so that he answers once, and never what.
create table planning.drill_pulse (
    district_id uuid not null,
    drill_id    uuid not null,
    who         text not null check (who in ('STAFF', 'STUDENTS')),
    answer      text not null check (answer in ('CALM', 'UNEASY', 'UPSET')),
    people      int not null check (people >= 0),
    primary key (district_id, drill_id, who, answer)
);
call platform.protect('planning.drill_pulse', 'district', 'district_id', null, 'How many people felt how after a drill about an attack; nobody is named and nobody is scored');

create table planning.drill_pulse_said (
    district_id uuid not null,
    drill_id    uuid not null,
    person_id   uuid not null,
    who         text not null check (who in ('STAFF', 'STUDENTS')), -- for himself, or the hands of his class
    primary key (district_id, drill_id, person_id, who)
);
call platform.protect('planning.drill_pulse_said', 'district', 'district_id', null, 'Which adult has answered after a drill, not what');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DRILL_PULSE', 1826, '2026-01-01', 'DELETE', 'How many people felt how after a drill, in numbers without a name: as long as the record of the drill.'),
    ('DRILL_PULSE_SAID', 30, '2026-01-01', 'DELETE', 'Which adult has answered after a drill: needed only while the question is open.');
