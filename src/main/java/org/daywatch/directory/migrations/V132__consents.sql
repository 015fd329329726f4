-- Who decides for a student. To collect them is another thing: of entries of before nothing is known.
alter table directory.guardianship add column custody text not null default 'UNKNOWN' check (custody in ('FULL', 'SHARED', 'UNKNOWN', 'BARRED'));

-- One person without an account was asked whether something may be done for a student. A row is asked, answered once and withdrawn once; who is asked again gets a new row.
create table directory.consent (
    district_id   uuid not null,
    id            uuid not null,
    school_id     uuid not null,
    student_id    uuid not null,
    matter        text not null check (matter in ('MENTORING', 'COUNSELING')),
    about_id      uuid not null, -- what it is asked for: a match, a case of another room
    guardian_id   uuid,          -- null: the student
    language      text not null,
    link_hash     bytea not null,
    asked_at      timestamptz not null,
    asked_by      uuid not null,
    last_day      date not null,
    answer        text check (answer in ('GIVEN', 'DECLINED')),
    answered_at   timestamptz check (answered_at >= asked_at),
    answered_how  text check (answered_how in ('LINK', 'PAPER', 'PHONE', 'IN_PERSON')),
    answered_by   uuid, -- who of the school wrote it down
    withdrawn_at  timestamptz check (withdrawn_at >= answered_at),
    withdrawn_how text check (withdrawn_how in ('LINK', 'PAPER', 'PHONE', 'IN_PERSON')),
    withdrawn_by  uuid,
    stopped_at    timestamptz, -- the first time somebody without custody tried to say yes; the school was told then
    primary key (district_id, id),
    unique (district_id, link_hash),
    foreign key (district_id, student_id) references directory.roster_person on delete cascade,
    foreign key (district_id, guardian_id) references directory.guardian on delete cascade,
    check ((answer is null) = (answered_at is null)),
    check ((answer is null) = (answered_how is null)),
    check ((answered_by is null) or (answered_how <> 'LINK')),
    check ((withdrawn_at is null) = (withdrawn_how is null)),
    check (withdrawn_at is null or answer = 'GIVEN')
);
call platform.protect('directory.consent', 'district', 'district_id', null, 'That a student or an adult with custody was asked for their consent, and what they said');
create index consent_about on directory.consent (district_id, about_id);
create index consent_student on directory.consent (district_id, student_id);
create unique index consent_open_once on directory.consent (district_id, about_id, guardian_id) nulls not distinct where answer is null;

create function directory.consent_is_said_once() returns trigger language plpgsql as $$
begin
    if old.answer is not null and (new.answer, new.answered_at, new.answered_how) is distinct from (old.answer, old.answered_at, old.answered_how)
        or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
        or (new.student_id, new.about_id, new.matter, new.guardian_id, new.asked_at) is distinct from (old.student_id, old.about_id, old.matter, old.guardian_id, old.asked_at) then
        raise exception 'what was said about a consent stays as it was said';
    end if;
    return new;
end $$;
create trigger consent_is_said_once before update on directory.consent for each row execute function directory.consent_is_said_once();

-- What all who were asked about one matter come to. Written in the transaction of each answer: what rests on it locks this row, so nothing is written after a withdrawal.
create table directory.consent_standing (
    district_id uuid not null,
    about_id    uuid not null,
    student_id  uuid not null,
    since       timestamptz not null,
    last_day    date not null,
    ended_at    timestamptz check (ended_at >= since),
    primary key (district_id, about_id),
    foreign key (district_id, student_id) references directory.roster_person on delete cascade
);
call platform.protect('directory.consent_standing', 'district', 'district_id', null, 'From when to when everybody whose consent is needed has said yes');

-- For the tables of other rooms: false from the moment on at which somebody withdrew. It waits for a withdrawal that is being written.
create function directory.consent_stands(district uuid, about uuid, day date) returns boolean language plpgsql as $$
begin
    perform 1 from directory.consent_standing s where s.district_id = district and s.about_id = about and s.ended_at is null and s.last_day >= day for share;
    return found;
end $$;

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('CONSENT-DAYS', 'CONSENT_DAYS', 'ALL', 365, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A consent holds this many days and is then asked for anew.'),
('COUNSELING-ALONE-GRADE', 'COUNSELING_ALONE_GRADE', 'ALL', 0, 'grade', '2000-01-01', null, 'Daywatch proposal; state law decides', true, 'From this grade on a student asks for counseling alone, and no parent is asked. 0: a parent is asked in every grade.');
