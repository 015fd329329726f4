-- What students knew before and after a lesson, without a name.

-- A class is asked about a lesson, before it, after it and weeks later, on phones without accounts. No row says whose phone it was.
create table training.quiz (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    session_id  uuid not null,
    moment      text not null check (moment in ('PRE', 'WAITED', 'POST', 'DELAYED')),
    lesson      text not null check (length(lesson) between 1 and 60),
    edition     int not null check (edition >= 1), -- all moments of one lesson ask the same questions
    title       text not null check (length(title) between 1 and 200),
    class_label text not null check (length(class_label) between 1 and 60),
    day         date not null, -- by the school's clock
    heads       int check (heads between 1 and 500), -- students in the room; null: not counted
    state       text not null check (state in ('OPEN', 'CLOSED')),
    code        text check (code ~ '^[0-9A-Z]{6}$'), -- while it is open
    opened_at   timestamptz not null,
    opened_by   text not null,
    closes_at   timestamptz not null, -- by itself
    closed_at   timestamptz,
    closed_by   text, -- null: by the clock
    version     int not null default 1,
    primary key (agency_id, id),
    unique (agency_id, session_id, moment),
    foreign key (agency_id, session_id) references training.lesson_session on delete cascade,
    check ((state = 'OPEN') = (code is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (closes_at > opened_at)
);
call platform.protect('training.quiz', 'shared', 'agency_id', 'district_id', 'A class is asked about a lesson, at one moment');
create index quiz_school on training.quiz (school_id, day);
-- One class is asked one thing at a time.
create unique index quiz_open_once on training.quiz (agency_id, session_id) where state = 'OPEN';

-- Which agency's quiz a code leads to. Whoever types one has no account, so nobody is bound before it is read.
create table training.class_code (
    code_hash bytea primary key check (octet_length(code_hash) = 32),
    agency_id uuid not null,
    quiz_id   uuid not null,
    until     timestamptz not null
);
call platform.exempt('training.class_code', 'The hash of a quiz''s class code leads to its agency and says nothing else; a phone in a classroom has no account. Gone twelve hours after the quiz closed.');
grant select, insert, delete on training.class_code to dw_app;

-- By this the pairing codes of one lesson become hashes; without it nobody can try codes against them.
create table training.pairing_key (
    agency_id   uuid not null,
    session_id  uuid not null,
    district_id uuid not null,
    secret      bytea not null, -- encrypted
    made_at     timestamptz not null,
    primary key (agency_id, session_id),
    foreign key (agency_id, session_id) references training.lesson_session on delete cascade
);
call platform.protect('training.pairing_key', 'shared', 'agency_id', 'district_id', 'The encrypted key of the pairing codes of one lesson');

-- One phone at one quiz. When it came and where from is written nowhere.
create table training.quiz_seat (
    agency_id   uuid not null,
    id          uuid not null,
    quiz_id     uuid not null,
    district_id uuid not null,
    token_hash  bytea not null check (octet_length(token_hash) = 32), -- of the phone's cookie
    pairing     text not null check (pairing in ('ASKED', 'GIVEN', 'NONE')),
    pair_hash   bytea check (octet_length(pair_hash) = 32), -- of the pairing code, by the key of the lesson
    finished    boolean not null default false,
    primary key (agency_id, id),
    unique (agency_id, quiz_id, token_hash),
    unique (agency_id, quiz_id, pair_hash),
    foreign key (agency_id, quiz_id) references training.quiz on delete cascade,
    check ((pairing = 'GIVEN') = (pair_hash is not null)),
    check (not finished or pairing <> 'ASKED')
);
call platform.protect('training.quiz_seat', 'shared', 'agency_id', 'district_id', 'One phone at one quiz, and nobody''s');

create table training.quiz_answer (
    agency_id   uuid not null,
    seat_id     uuid not null,
    question    text not null check (length(question) between 1 and 20),
    district_id uuid not null,
    choice      int not null check (choice between 1 and 9),
    is_right    boolean not null,
    primary key (agency_id, seat_id, question), -- answered once
    foreign key (agency_id, seat_id) references training.quiz_seat on delete cascade
);
call platform.protect('training.quiz_answer', 'shared', 'agency_id', 'district_id', 'What one phone chose at one question');

-- The report of a class as it stood when its answers were forgotten: numbers of the class alone.
create table training.kept_effect (
    agency_id   uuid not null,
    session_id  uuid not null,
    district_id uuid not null,
    report      jsonb not null,
    kept_at     timestamptz not null,
    primary key (agency_id, session_id),
    foreign key (agency_id, session_id) references training.lesson_session on delete cascade
);
call platform.protect('training.kept_effect', 'shared', 'agency_id', 'district_id', 'What a class learned from a lesson, kept when its answers were forgotten');

-- Once each: that the weeks of the later test have begun.
create table training.delayed_reminder (
    agency_id   uuid not null,
    session_id  uuid not null,
    district_id uuid not null,
    told_at     timestamptz not null,
    primary key (agency_id, session_id),
    foreign key (agency_id, session_id) references training.lesson_session on delete cascade
);
call platform.protect('training.delayed_reminder', 'shared', 'agency_id', 'district_id', 'That somebody was told that a class can be asked a last time');
