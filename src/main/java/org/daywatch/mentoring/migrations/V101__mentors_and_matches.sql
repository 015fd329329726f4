-- An officer whom the agency has screened as a mentor for a district, with the day and the end of each paper that let them. Without all three there is no row.
create table mentoring.mentor (
    agency_id         uuid not null,
    district_id       uuid not null,
    person_id         uuid not null, -- the account they sign in with
    officer_id        uuid not null,
    name              text not null,
    interests         text[] not null,
    languages         text[] not null,
    most_matches      int not null check (most_matches between 1 and 20),
    fingerprint_on    date not null,
    fingerprint_until date,
    training_on       date not null,
    training_hours    numeric not null check (training_hours > 0),
    reference_on      date not null,
    screened_on       date not null,
    screened_until    date not null, -- the first of the papers to end, or the day on which they are looked at anew
    ended_on          date,
    primary key (agency_id, district_id, person_id),
    check (screened_until <= coalesce(fingerprint_until, 'infinity'))
);
call platform.protect('mentoring.mentor', 'shared', 'agency_id', 'district_id', 'An officer screened as a mentor for a district: their papers, what they like, which languages they speak');

-- A student and the one mentor they have, or wait for. Why they were referred is sealed apart from what the mentor reads.
create table mentoring.match (
    district_id      uuid not null,
    id               uuid not null,
    school_id        uuid not null,
    student_id       uuid not null, -- of the roster
    stage            text not null check (stage in ('REFERRED', 'CONSENTED', 'SCREENED', 'MATCHED', 'ACTIVE', 'CLOSING', 'CLOSED', 'DECLINED')),
    counselor_person uuid not null,
    mentor_person    uuid,
    mentor_name      text not null default '',
    referred_by      uuid not null,
    referred_on      date not null,
    matched_on       date check (matched_on >= referred_on),
    first_met        date check (first_met >= matched_on),
    last_met         date check (last_met >= first_met),
    ends_on          date check (ends_on > first_met),
    closed_on        date check (closed_on >= referred_on),
    ended            text check (ended in ('AS_PLANNED', 'STUDENT_WISHES', 'PARENT_WISHES', 'STUDENT_MOVED', 'MENTOR_LEFT', 'SCHEDULES_APART', 'NO_MENTOR_FITS', 'OTHER_HELP', 'CONSENT_WITHDRAWN')),
    cause            bytea not null,
    body             bytea not null,
    told             date, -- the last day on which its counselor was reminded of it
    version          int not null default 0,
    primary key (district_id, id),
    unique (district_id, id, student_id, mentor_person),
    foreign key (district_id, student_id) references directory.roster_person on delete cascade,
    check (stage not in ('REFERRED', 'CONSENTED') or mentor_person is null),
    check (stage not in ('SCREENED', 'MATCHED', 'ACTIVE', 'CLOSING', 'CLOSED') or mentor_person is not null),
    check (case when stage in ('MATCHED', 'ACTIVE', 'CLOSING', 'CLOSED') then matched_on is not null else matched_on is null end),
    check (stage not in ('ACTIVE', 'CLOSING') or first_met is not null),
    check (stage <> 'CLOSING' or ends_on is not null),
    check ((stage in ('CLOSED', 'DECLINED')) = (closed_on is not null)),
    check ((stage in ('CLOSED', 'DECLINED')) = (ended is not null)),
    check (ended is distinct from 'AS_PLANNED' or stage = 'CLOSED' and ends_on <= closed_on)
);
call platform.protect('mentoring.match', 'district', 'district_id', null, 'A student and their mentor, from referral to goodbye; the agency never sees this table');
-- Two mentors for one student, and two who wait in one student's name, cannot be.
create unique index match_one_mentor on mentoring.match (district_id, student_id) where stage not in ('CLOSED', 'DECLINED');
create index match_school on mentoring.match (district_id, school_id, stage);
create index match_mentor on mentoring.match (district_id, mentor_person) where mentor_person is not null;

-- Nobody is chosen, and nobody is matched, who is not screened on that day, or with a consent that does not stand.
create function mentoring.match_is_screened() returns trigger language plpgsql as $$
begin
    if new.stage in ('SCREENED', 'MATCHED') and (tg_op = 'INSERT' or new.stage is distinct from old.stage or new.mentor_person is distinct from old.mentor_person) then
        if not exists (select from mentoring.mentor m where m.district_id = new.district_id and m.person_id = new.mentor_person and m.ended_on is null
                and m.screened_until >= coalesce(new.matched_on, new.referred_on)) then
            raise exception 'a mentor is screened before they are matched';
        end if;
        if not directory.consent_stands(new.district_id, new.id, coalesce(new.matched_on, new.referred_on)) then
            raise exception 'a match needs a consent that stands';
        end if;
    end if;
    return new;
end $$;
create trigger match_is_screened before insert or update on mentoring.match for each row execute function mentoring.match_is_screened();

-- A meeting. Where it was and which adult could see the two is never left out; what they talked about is nobody's.
create table mentoring.mentor_session (
    district_id   uuid not null,
    id            uuid not null,
    match_id      uuid not null,
    student_id    uuid not null,
    mentor_person uuid not null,
    day           date not null, -- at the school
    begins_at     timestamptz not null,
    ends_at       timestamptz not null check (ends_at >= begins_at),
    minutes       int not null check (minutes between 0 and 240),
    most_minutes  int not null, -- as many as the rules left at that moment
    period        text not null default '',
    place         text not null check (length(place) between 2 and 200),
    adult         text not null check (length(adult) between 2 and 200),
    casel         text not null check (casel in ('SELF_AWARENESS', 'SELF_MANAGEMENT', 'SOCIAL_AWARENESS', 'RELATIONSHIP_SKILLS', 'RESPONSIBLE_DECISIONS')),
    attendance    text not null check (attendance in ('MET', 'STUDENT_ABSENT', 'MENTOR_ABSENT')),
    body          bytea not null, -- the goal, and what the student tapped
    logged_at     timestamptz not null,
    primary key (district_id, id),
    foreign key (district_id, match_id, student_id, mentor_person) references mentoring.match (district_id, id, student_id, mentor_person) on delete cascade,
    constraint session_within_minutes check (minutes <= most_minutes),
    constraint session_is_over check (attendance <> 'MET' or ends_at <= logged_at),
    constraint session_lasts check ((attendance = 'MET') = (minutes > 0) and ends_at = begins_at + make_interval(mins => minutes)),
    constraint mentor_one_session exclude using gist (mentor_person with operator(pg_catalog.=), tstzrange(begins_at, ends_at) with &&),
    constraint student_one_session exclude using gist (student_id with operator(pg_catalog.=), tstzrange(begins_at, ends_at) with &&)
);
call platform.protect('mentoring.mentor_session', 'district', 'district_id', null, 'A meeting of a student and their mentor: when, where, which adult could see them');
create index mentor_session_match on mentoring.mentor_session (district_id, match_id, begins_at);

create function mentoring.session_is_of_a_match() returns trigger language plpgsql as $$
begin
    perform 1 from mentoring.match m where m.district_id = new.district_id and m.id = new.match_id and m.stage in ('MATCHED', 'ACTIVE', 'CLOSING')
        and m.matched_on <= new.day for share;
    if not found then
        raise exception 'a session belongs to a match that stands';
    end if;
    if not directory.consent_stands(new.district_id, new.match_id, new.day) then
        raise exception 'a session needs a consent that stands';
    end if;
    return new;
end $$;
create trigger session_is_of_a_match before insert on mentoring.mentor_session for each row execute function mentoring.session_is_of_a_match();

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
    ('MATCH', 1096, '2026-01-01', 'DELETE', 'A match of a student and a mentor: three years after it ended. Its key and its sessions go with it.', true);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('MENTOR-FIRST-SERVICE', 'MENTOR_FIRST_SERVICE', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A student who was referred meets their mentor within this many days.'),
('MENTOR-RHYTHM', 'MENTOR_RHYTHM', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal, after MENTOR, Elements of Effective Practice', true, 'A match without a meeting for this many days needs its counselor.'),
('MENTOR-FIRST-MONTH', 'MENTOR_FIRST_MONTH', 'ALL', 2, 'contacts', '2000-01-01', null, 'MENTOR, Elements of Effective Practice', true, 'In the first month the counselor speaks with the mentor this often.'),
('MENTOR-END-NOTICE', 'MENTOR_END_NOTICE', 'ALL', 28, 'days', '2000-01-01', null, 'Daywatch proposal, after MENTOR, Elements of Effective Practice', true, 'The end of a match is announced this many days ahead.'),
('MENTOR-SESSION-MOST', 'MENTOR_SESSION_MOST', 'ALL', 60, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'A meeting with a mentor lasts this long at most.'),
('MENTOR-WEEK-MOST', 'MENTOR_WEEK_MOST', 'ALL', 120, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'A student and their mentor meet this long in a week at most.'),
('MENTOR-MEETING-LEAST', 'MENTOR_MEETING_LEAST', 'ALL', 20, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'Both have at least this long at the same time, or no mentor is proposed.'),
('MENTOR-FORECAST', 'MENTOR_FORECAST', 'ALL', 4, 'weeks', '2000-01-01', null, 'Daywatch proposal', true, 'An officer who was at the school on a weekday in half of the last weeks, so many, is expected on it again.'),
('MENTOR-TRAINING', 'MENTOR_TRAINING', 'ALL', 2, 'hours', '2000-01-01', null, 'MENTOR, Elements of Effective Practice', true, 'An officer has this many hours of training before they mentor.'),
('MENTOR-SCREENING', 'MENTOR_SCREENING', 'ALL', 365, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A mentor’s papers are looked at anew after this many days.');
