-- Drills: planned, held, observed, rated and improved upon; who was told, who opted out, and how it was for them.

-- What is to be done better: found by a drill, an incident, a meeting or a review. It closes only when somebody other than its owner verified it.
create table planning.improvement (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    school_id     uuid not null,
    source        text not null check (source in ('DRILL', 'INCIDENT', 'MEETING', 'PLAN', 'BY_HAND')),
    source_id     uuid, -- the drill, incident, meeting or plan
    capability    text not null default '',
    issue         text not null check (length(issue) between 1 and 500),
    action        text not null check (length(action) between 1 and 500),
    owner         text not null check (length(owner) between 1 and 200), -- by name or office
    owner_person  uuid, -- their account, if they have one
    due           date not null,
    state         text not null check (state in ('OPEN', 'DONE', 'VERIFIED', 'DROPPED')),
    agreed_at     timestamptz not null,
    agreed_by     text not null,
    done_at       timestamptz,
    done_by       text,
    done_person   uuid,
    done_what     text not null default '',
    closed_at     timestamptz, -- verified, or dropped with a reason
    closed_by     text,
    closed_person uuid,
    closed_how    text not null default '',
    returned_at   timestamptz, -- said to be done and was not, the last time
    returned_by   text,
    returned_why  text not null default '',
    told_soon_at  timestamptz, -- its owner and those who lead were reminded
    told_late_at  timestamptz, -- the safety director was told
    version       int not null default 1,
    primary key (agency_id, id),
    check (state <> 'DONE' or done_at is not null),
    check ((state in ('VERIFIED', 'DROPPED')) = (closed_at is not null)),
    -- Nothing closes unverified: two people, neither the one who did it nor the one who owns it.
    check (state <> 'VERIFIED' or (num_nulls(done_at, done_person, closed_person) = 0 and closed_person <> done_person
        and closed_person is distinct from owner_person)),
    check (state <> 'DROPPED' or closed_how <> '')
);
call platform.protect('planning.improvement', 'shared', 'agency_id', 'district_id', 'Something to be done better, with an owner, a day and a verification');
create index improvement_school on planning.improvement (school_id, state, due);
create index improvement_owner on planning.improvement (owner_person) where owner_person is not null and state = 'OPEN';

-- Drills: planned, run as an exercise, held, reviewed. A drill is never the real thing: what is pressed for it is an EXERCISE.
create table planning.drill (
    agency_id      uuid not null,
    id             uuid not null, -- the alert raised for it has the same
    district_id    uuid not null,
    school_id      uuid not null,
    drill          text not null check (drill in ('DRILL:HOLD', 'DRILL:SECURE', 'DRILL:LOCKDOWN', 'DRILL:EVACUATE', 'DRILL:FIRE', 'DRILL:SHELTER_HAZMAT',
        'DRILL:SHELTER_WEATHER', 'DRILL:ACTIVE_THREAT', 'DRILL:EMERGENCY')),
    day            date not null, -- by the school's clock, as its time
    at             time not null,
    announced      boolean not null,
    description    text not null default '',
    simulation     boolean not null default false check (not simulation), -- simulated attackers, weapons, wounds or noises of them: never
    fixed          boolean not null default false, -- a person chose the day: planning anew leaves it
    origin         text not null check (origin in ('PLANNED', 'BY_HAND', 'UNSCHEDULED')),
    unconfirmed    boolean not null default false, -- pressed without a schedule: somebody must say what it counts as
    why            text not null default '', -- lines of CODE|value, why this day
    scheduled_at   timestamptz not null,
    scheduled_by   text not null,
    state          text not null check (state in ('SCHEDULED', 'RUNNING', 'HELD', 'REVIEWED', 'CALLED_OFF', 'MISSED')),
    started_at     timestamptz,
    started_by     text,
    secured_at     timestamptz,
    accounted_at   timestamptz,
    ended_at       timestamptz,
    broken_off     boolean not null default false, -- ended before it was over
    closed_by      text, -- called off or reviewed by
    closed_why     text not null default '', -- why called off
    -- The record of how it was.
    population     int check (population between 0 and 100000),
    weather        text not null default '',
    obstructed     text not null default '', -- the exit that was obstructed, if one was
    agency         text not null default '', -- fire department or police who watched
    accommodations text not null default '',
    alternative    text not null default '', -- what those who did not take part were offered
    problems       text not null default '',
    strengths      text not null default '',
    version        int not null default 1,
    -- What the rooms of the school said during the exercise of a drill, in numbers; null where no roll was called.
    roll_expected  int check (roll_expected >= 0),
    roll_found     int,
    roll_missing   int,
    roll_unknown   int,
    roll_rooms     int,
    roll_answered  int,
    roll_full_at   timestamptz, -- the last of all was in somebody's sight
    primary key (agency_id, id),
    check (state in ('SCHEDULED', 'CALLED_OFF', 'MISSED') or started_at is not null),
    check ((state in ('HELD', 'REVIEWED')) = (ended_at is not null)),
    check (ended_at >= started_at),
    check (state <> 'CALLED_OFF' or closed_why <> ''),
    check (num_nulls(roll_expected, roll_found, roll_missing, roll_unknown, roll_rooms, roll_answered) in (0, 6)),
    check (roll_full_at is null or roll_missing + roll_unknown = 0)
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
    audience    text not null check (audience in ('STAFF', 'FAMILIES', 'PUBLIC')),
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
    student_id  uuid not null,
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

-- Whom drills of a school reach, and by which ways: by kind of drill, from a day on. Where nothing is said everybody is told in every way, as in earnest.
create table planning.drill_audience (
    agency_id   uuid not null,
    school_id   uuid not null,
    drill       text not null check (drill in ('DRILL:ANY', 'DRILL:HOLD', 'DRILL:SECURE', 'DRILL:LOCKDOWN', 'DRILL:EVACUATE', 'DRILL:FIRE', 'DRILL:SHELTER_HAZMAT',
        'DRILL:SHELTER_WEATHER', 'DRILL:ACTIVE_THREAT', 'DRILL:EMERGENCY')),
    valid_from  date not null, -- by the school's clock
    district_id uuid not null,
    people      text[] not null check (people <@ array['TEACHER', 'FRONT_OFFICE', 'OFFICER']), -- the principal always
    ways        text[] not null check (ways <@ array['SCREEN', 'PUSH', 'SMS', 'EMAIL'] and cardinality(ways) > 0),
    set_at      timestamptz not null,
    set_by      text not null,
    primary key (agency_id, school_id, drill, valid_from)
);
call platform.protect('planning.drill_audience', 'shared', 'agency_id', 'district_id', 'Whom drills of a school reach, and by which ways');

-- How people felt after a drill about an attack: numbers only. Which adult has answered is kept for some weeks, so that each answers once, and never what.
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
    who         text not null check (who in ('STAFF', 'STUDENTS')), -- for themselves, or the hands of their class
    primary key (district_id, drill_id, person_id, who)
);
call platform.protect('planning.drill_pulse_said', 'district', 'district_id', null, 'Which adult has answered after a drill, not what');
