-- What happens at schools and who must hear of it, as dated rows: another law begins on its day, and an answer keeps the row it rests on.
create table restorative.gate_act (
    code       text not null check (code ~ '^[A-Z_]{2,40}$'),
    scope      text not null check (scope ~ '^(ALL|STATE:[A-Z]{2})$'),
    topic      text not null check (topic in ('HURT', 'WEAPON', 'THREAT', 'SEXUAL', 'SUBSTANCE', 'PROPERTY', 'RULES')),
    duty       text not null check (duty in ('POLICE', 'ABUSE', 'SCHOOL')),
    place      int not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null check (source <> ''),
    to_confirm boolean not null,
    primary key (code, scope, valid_from)
);
call platform.exempt('restorative.gate_act', 'What police must hear of, by law and policy, the same for every tenant; their words stand beside the feature.');
grant select on restorative.gate_act to dw_app;

-- What the gate answered. No student stands here; what people wrote is sealed by a key that is not in this database. No row says
-- that an officer helps with the school's own business unless the path is the school's, or that a danger was overruled.
create table restorative.gate_answer (
    district_id  uuid not null,
    id           uuid not null,
    school_id    uuid not null,
    day          date not null,
    danger       text not null check (danger in ('YES', 'NO', 'UNKNOWN')),
    acts         text[] not null check (cardinality(acts) between 1 and 40),
    path         text not null check (path in ('PROTECT', 'POLICE', 'SCHOOL')),
    officer_part text not null check (officer_part in ('ACTS', 'AS_POLICE', 'BY_INVITATION', 'STEPS_BACK')),
    is_improper  boolean not null,
    parent       text not null check (parent in ('WHEN_SAFE', 'ASK_POLICE_FIRST', 'REPORT_DECIDES', 'AS_SCHOOL_DOES')),
    because      text[] not null check (cardinality(because) between 1 and 40),
    asked_by     uuid not null,
    asked_as     text not null check (asked_as in ('COUNSELOR', 'PRINCIPAL', 'TEACHER', 'FRONT_OFFICE', 'OFFICER')),
    overruled_to text check (overruled_to in ('POLICE', 'SCHOOL')),
    overruled_by uuid,
    overruled_on date,
    body         bytea not null,
    stands       text not null generated always as (coalesce(overruled_to, path)) stored,
    primary key (district_id, id),
    unique (district_id, id, stands),
    check (num_nulls(overruled_to, overruled_by, overruled_on) in (0, 3)),
    check (overruled_to is null or path <> 'PROTECT' and overruled_to <> path),
    check ((path = 'PROTECT') = (officer_part = 'ACTS')),
    check ((path = 'POLICE') = (officer_part = 'AS_POLICE')),
    check ((path = 'PROTECT') = (danger <> 'NO'))
);
call platform.protect('restorative.gate_answer', 'district', 'district_id', null, 'On which path something belongs that happened at a school, without a student; what was written sealed');
create index gate_answer_overruled on restorative.gate_answer (district_id, overruled_on) where overruled_on is not null;
create index gate_answer_asked on restorative.gate_answer (district_id, asked_by, day);
