-- Which alert stands for a planned drill: its own, or one of the same kind that was pressed a moment before.
create table emergencies.drill_exercise (
    agency_id   uuid not null,
    drill_id    uuid not null,
    alert_id    uuid not null,
    district_id uuid not null,
    pressed_at  timestamptz not null,
    primary key (agency_id, drill_id)
);
call platform.protect('emergencies.drill_exercise', 'shared', 'agency_id', 'district_id', 'Which exercise was raised for a planned drill');
create index drill_exercise_alert on emergencies.drill_exercise (alert_id);
