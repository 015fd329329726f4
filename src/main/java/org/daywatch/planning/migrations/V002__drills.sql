-- Drills: planned, run as an exercise, held, reviewed. A drill is never the real thing: what is pressed for it is an EXERCISE.
create table planning.drill (
    agency_id     uuid not null,
    id            uuid not null, -- the alert raised for it has the same
    district_id   uuid not null,
    school_id     uuid not null,
    drill         text not null check (drill in ('DRILL:HOLD', 'DRILL:SECURE', 'DRILL:LOCKDOWN', 'DRILL:EVACUATE', 'DRILL:FIRE', 'DRILL:SHELTER_HAZMAT',
        'DRILL:SHELTER_WEATHER', 'DRILL:ACTIVE_THREAT', 'DRILL:EMERGENCY')),
    day           date not null, -- by the school's clock, as its time
    at            time not null,
    announced     boolean not null,
    description   text not null default '',
    simulation    boolean not null default false check (not simulation), -- simulated attackers, weapons, wounds or noises of them: never
    fixed         boolean not null default false, -- a person chose the day: planning anew leaves it
    origin        text not null check (origin in ('PLANNED', 'BY_HAND', 'UNSCHEDULED')),
    unconfirmed   boolean not null default false, -- pressed without a schedule: somebody must say what it counts as
    why           text not null default '', -- lines of CODE|value, why this day
    scheduled_at  timestamptz not null,
    scheduled_by  text not null,
    state         text not null check (state in ('SCHEDULED', 'RUNNING', 'HELD', 'REVIEWED', 'CALLED_OFF', 'MISSED')),
    started_at    timestamptz,
    started_by    text,
    secured_at    timestamptz,
    accounted_at  timestamptz,
    ended_at      timestamptz,
    broken_off    boolean not null default false, -- ended before it was over
    closed_by     text, -- called off or reviewed by
    closed_why    text not null default '', -- why called off
    -- The record of how it was.
    population    int check (population between 0 and 100000),
    weather       text not null default '',
    obstructed    text not null default '', -- the exit that was obstructed, if one was
    agency        text not null default '', -- fire department or police who watched
    accommodations text not null default '',
    alternative   text not null default '', -- what those who did not take part were offered
    problems      text not null default '',
    strengths     text not null default '',
    version       int not null default 1,
    primary key (agency_id, id),
    check (state in ('SCHEDULED', 'CALLED_OFF', 'MISSED') or started_at is not null),
    check ((state in ('HELD', 'REVIEWED')) = (ended_at is not null)),
    check (ended_at >= started_at),
    check (state <> 'CALLED_OFF' or closed_why <> '')
);
call platform.protect('planning.drill', 'shared', 'agency_id', 'district_id', 'A drill of a school: when, what, how it went');
create index drill_school on planning.drill (school_id, day);

create table planning.drill_officer (
    agency_id   uuid not null,
    drill_id    uuid not null,
    officer_id  uuid not null,
    district_id uuid not null,
    name        text not null,
    primary key (agency_id, drill_id, officer_id),
    foreign key (agency_id, drill_id) references planning.drill on delete cascade
);
call platform.protect('planning.drill_officer', 'shared', 'agency_id', 'district_id', 'Officers on post at the school when a drill began');

create table planning.drill_observation (
    agency_id   uuid not null,
    drill_id    uuid not null,
    person_id   uuid not null,
    district_id uuid not null,
    name        text not null,
    place       text not null default '',
    yes         text[] not null, -- points that were seen to be so
    no          text[] not null,
    words       text not null default '',
    at          timestamptz not null,
    primary key (agency_id, drill_id, person_id),
    foreign key (agency_id, drill_id) references planning.drill on delete cascade
);
call platform.protect('planning.drill_observation', 'shared', 'agency_id', 'district_id', 'What an observer of a drill saw');

create table planning.drill_rating (
    agency_id   uuid not null,
    drill_id    uuid not null,
    capability  text not null check (capability in ('ALERTING', 'PROTECTING', 'COMMAND', 'COMMUNICATION', 'ACCOUNTABILITY', 'MEDICAL', 'RELEASE', 'REUNIFICATION')),
    district_id uuid not null,
    rating      text not null check (rating in ('P', 'S', 'M', 'U')),
    words       text not null default '',
    rated_by    text not null,
    primary key (agency_id, drill_id, capability),
    foreign key (agency_id, drill_id) references planning.drill on delete cascade
);
call platform.protect('planning.drill_rating', 'shared', 'agency_id', 'district_id', 'How well something worked in a drill: P, S, M or U');

create table planning.drill_notice (
    agency_id   uuid not null,
    id          uuid not null,
    drill_id    uuid not null,
    district_id uuid not null,
    audience    text not null check (audience in ('STAFF', 'FAMILIES')),
    how         text not null,
    told        int not null, -- people told through Daywatch; 0 for a sheet of paper
    at          timestamptz not null,
    by_name     text not null,
    primary key (agency_id, id),
    foreign key (agency_id, drill_id) references planning.drill on delete cascade
);
call platform.protect('planning.drill_notice', 'shared', 'agency_id', 'district_id', 'Who was told of a coming drill, and when');
create index drill_notice_of on planning.drill_notice (drill_id);

-- Of the school alone. Nobody is asked why a student does not take part.
create table planning.drill_opt_out (
    district_id uuid not null,
    drill_id    uuid not null,
    student_id    uuid not null,
    school_id   uuid not null,
    written_at  timestamptz not null,
    written_by  text not null,
    primary key (district_id, drill_id, student_id)
);
call platform.protect('planning.drill_opt_out', 'district', 'district_id', null, 'Opted-out students while a drill is held');

create table planning.drill_dose (
    district_id uuid not null,
    drill_id    uuid not null,
    class_id    uuid not null,
    school_id   uuid not null,
    title       text not null,
    day         date not null,
    primary key (district_id, drill_id, class_id)
);
call platform.protect('planning.drill_dose', 'district', 'district_id', null, 'Which classes met while a drill about an attack was held');
create index drill_dose_school on planning.drill_dose (school_id, day);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DRILL-DOSE', 'DRILL_DOSE', 'ALL', 4, 'drills in a school year', '2000-01-01', null, 'Daywatch proposal', true,
 'No class takes part in more than so many lockdown-like drills in a school year.'),
('DRILL-LATE-OWNER', 'IMPROVEMENT_REMIND', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'So many days before an improvement is due, those who see to it are reminded.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('DRILL', 1826, '2026-01-01', 'DELETE', 'The record of a drill with its observers and ratings. Texas keeps the form of a fire exit drill three years; five so that two program reviews can look back.'),
    ('DRILL_OPT_OUT', 30, '2026-01-01', 'DELETE', 'Which students did something else during a drill: thirty days after its day nobody needs it.'),
    ('DRILL_DOSE', 400, '2026-01-01', 'DELETE', 'Which classes met during a drill about an attack: one school year and the summer after it.'),
    ('IMPROVEMENT', 1826, '2026-01-01', 'DELETE', 'What was to be done better and who verified it, five years after it was closed.');
