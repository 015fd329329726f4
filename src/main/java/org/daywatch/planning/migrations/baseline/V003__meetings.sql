-- The safety team: its seats and members, meetings, decisions and what each member said to them.

-- Who must sit on a school's safety team, and who must be at each of its meetings: law and program terms with their dates.
create table planning.seat_rule (
    id         text not null,
    state      text not null check (state ~ '^[A-Z]{2}$'),
    roles      text[] not null check (cardinality(roles) > 0), -- one of these fills it, words of TeamRole
    seats      int not null default 1 check (seats > 0),
    needed     text not null check (needed in ('ALWAYS', 'IF_FUNDED', 'IF_ANY')), -- if the program pays for one; if there is one at all
    place      text not null check (place in ('MEETING', 'TEAM')), -- at every meeting, or a member of the team
    valid_from date not null,
    valid_to   date,
    source     text not null,
    to_confirm boolean not null default false,
    primary key (id, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
call platform.exempt('planning.seat_rule', 'Law and program terms, the same for every tenant; written by migrations only.');
grant select on planning.seat_rule to dw_app;

create table planning.team_member (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid not null,
    role        text not null check (role in ('PRINCIPAL', 'ASSISTANT_PRINCIPAL', 'OFFICER', 'SOCIAL_WORKER', 'COUNSELOR', 'PREVENTION_COORDINATOR', 'TEACHER', 'PARENT', 'STUDENT',
                'COMMUNITY', 'EMERGENCY_MANAGEMENT', 'LOCAL_POLICE', 'DISTRICT_POLICE', 'BOARD_PRESIDENT', 'TRUSTEE', 'SUPERINTENDENT', 'CHARTER_PARTNER')),
    name        text not null check (length(name) <= 120),
    officer_id  uuid, -- their officer file, if an officer of the program
    funded      boolean not null default false, -- the program pays for this place
    from_day    date not null,
    to_day      date, -- the last day of the term; null while it goes on
    added_by    text not null,
    added_at    timestamptz not null,
    -- Whose account a member of a safety team has; who closed a meeting, so that another approves its minutes; an owner finds what is theirs.
    person      uuid,
    primary key (agency_id, id),
    check (to_day is null or to_day >= from_day),
    check ((role = 'STUDENT') = (name = '')) -- who speaks for the students is a seat here, never a name
);
call platform.protect('planning.team_member', 'shared', 'agency_id', 'district_id', 'A member of a school''s safety team, in one role, for a term');
create index team_member_school on planning.team_member (school_id, from_day);

create table planning.safety_meeting (
    agency_id         uuid not null,
    id                uuid not null,
    district_id       uuid not null,
    school_id         uuid not null,
    day               date not null,
    begins            time not null, -- on the school's clock
    place             text not null default '' check (length(place) <= 120),
    state             text not null check (state in ('CALLED', 'HELD', 'MINUTES_APPROVED', 'CALLED_OFF')),
    since             timestamptz not null,
    called_at         timestamptz not null,
    called_by         text not null,
    started           time, -- as it was
    ended             time,
    quorum            boolean,
    together          int check (together >= 0), -- minutes in which every needed seat was filled at once; null: no rule names one
    approved_by       text,
    reason            text, -- why it was called off
    version           int not null default 1,
    closed_by         text, -- null: closed before this was kept
    closed_person     uuid,
    approved_person   uuid, -- null: no account
    approval_noted_by text not null default '', -- who wrote the approval down, where the approver did not press it
    primary key (agency_id, id),
    check (ended is null or ended > started),
    check ((state in ('HELD', 'MINUTES_APPROVED')) = (quorum is not null)),
    check ((state = 'MINUTES_APPROVED') = (approved_by is not null)),
    check ((state = 'CALLED_OFF') = (reason is not null))
);
call platform.protect('planning.safety_meeting', 'shared', 'agency_id', 'district_id', 'A meeting of a school''s safety team');
create index safety_meeting_school on planning.safety_meeting (school_id, day);

-- What a rule asked for at a meeting and who filled it, as it was found when the meeting was closed.
create table planning.meeting_seat (
    agency_id    uuid not null,
    meeting_id   uuid not null,
    rule_id      text not null,
    district_id  uuid not null,
    rule_version text not null,
    source       text not null,
    state        text not null check (state in ('FILLED', 'MISSING', 'NOT_NEEDED')),
    who          text not null default '',
    primary key (agency_id, meeting_id, rule_id),
    foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade
);
call platform.protect('planning.meeting_seat', 'shared', 'agency_id', 'district_id', 'A seat a rule demands at a meeting, and whether it was filled');
call platform.append_only('planning.meeting_seat');

create table planning.meeting_item (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    meeting_id  uuid not null,
    position    int not null,
    duty        text not null check (duty in ('ASSESS_NEEDS', 'USE_OF_OFFICERS', 'PREVENTION', 'RECOMMENDATIONS', 'OWN')),
    title       text not null default '' check (length(title) <= 300), -- empty: the duty's own name
    about       text not null default '' check (about in ('', 'IMPROVEMENT', 'DRILL')),
    about_id    uuid,
    dealt       boolean not null default false,
    notes       text not null default '' check (length(notes) <= 20000),
    written_by  text not null default '',
    written_at  timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade
);
call platform.protect('planning.meeting_item', 'shared', 'agency_id', 'district_id', 'An item of a meeting''s agenda, with what its minutes say');
create index meeting_item_meeting on planning.meeting_item (meeting_id, position);

create table planning.meeting_attendance (
    agency_id   uuid not null,
    meeting_id  uuid not null,
    member_id   uuid not null,
    district_id uuid not null,
    presence    text not null check (presence in ('PRESENT', 'EXCUSED', 'ABSENT')),
    came        time, -- later than the meeting began; null: from its beginning
    went        time, -- before it ended; null: to its end
    primary key (agency_id, meeting_id, member_id),
    foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade,
    foreign key (agency_id, member_id) references planning.team_member,
    check (went is null or came is null or went > came)
);
call platform.protect('planning.meeting_attendance', 'shared', 'agency_id', 'district_id', 'Who was at a meeting, from when to when');

create table planning.meeting_decision (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    meeting_id  uuid not null,
    words       text not null check (length(words) between 1 and 1000),
    at          timestamptz not null,
    by_name     text not null,
    primary key (agency_id, id),
    foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade
);
call platform.protect('planning.meeting_decision', 'shared', 'agency_id', 'district_id', 'A decision of a safety team');
create index meeting_decision_meeting on planning.meeting_decision (meeting_id, at);
call platform.append_only('planning.meeting_decision');

-- Whose voice a decision rests on. Not asked, asked without an answer, and not written down are three things; the last has no row.
create table planning.decision_voice (
    agency_id   uuid not null,
    decision_id uuid not null,
    district_id uuid not null,
    who         text not null check (who in ('STUDENTS', 'PARENTS', 'EDUCATORS')),
    heard       text not null check (heard in ('HEARD', 'NO_ANSWER', 'NOT_ASKED')),
    how         text not null default '' check (how in ('', 'AT_MEETING', 'SURVEY', 'COUNCIL', 'CONVERSATION', 'WRITTEN')),
    said        text not null default '' check (length(said) <= 500),
    primary key (agency_id, decision_id, who),
    foreign key (agency_id, decision_id) references planning.meeting_decision on delete cascade,
    check ((heard = 'HEARD') = (said <> '')),
    check (heard <> 'HEARD' or how <> '')
);
call platform.protect('planning.decision_voice', 'shared', 'agency_id', 'district_id', 'What students, parents or educators said before a decision');
call platform.append_only('planning.decision_voice');
