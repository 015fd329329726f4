-- Labels by which people say what happened: rows with dates, their words beside the feature.
create table restorative.label (
    kind       text not null check (kind in ('PLACE', 'MOTIVE', 'OTHERS', 'CAUSE')),
    code       text not null check (code ~ '^[A-Z_]{2,40}$'),
    place      int not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null check (source <> ''),
    to_confirm boolean not null,
    primary key (kind, code, valid_from)
);
call platform.exempt('restorative.label', 'Labels by which people say where and why something happened, the same for every tenant; their words stand beside the feature.');
grant select on restorative.label to dw_app;

-- Words by which a promise would be a punishment.
create table restorative.punishing_phrase (
    rule       text not null check (rule ~ '^[A-Z_]{2,40}$'),
    language   text not null check (language in ('en', 'es')),
    phrase     text not null check (length(phrase) between 3 and 80),
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null check (source <> ''),
    to_confirm boolean not null,
    primary key (language, phrase, valid_from)
);
call platform.exempt('restorative.punishing_phrase', 'Words by which a promise would be a punishment, the same for every tenant.');
grant select on restorative.punishing_phrase to dw_app;

-- Harm or a quarrel and the meeting that may repair it. It rests on an answer of the gate that it is the school's own business: a
-- trigger holds that, also where a principal chose the path. The answer may go before it. What was written is sealed in three cells: why, who, and what was promised.
create table restorative.conference (
    district_id    uuid not null,
    id             uuid not null,
    school_id      uuid not null,
    gate_answer_id uuid not null,
    stage          text not null check (stage in ('REFERRED', 'GATED', 'PREPARED', 'HELD', 'AGREED', 'KEPT', 'BROKEN', 'RECONVENED', 'CLOSED')),
    kind           text not null check (kind in ('CIRCLE', 'PEER_MEDIATION', 'CONFERENCE')),
    lead_person    uuid not null,
    officer_person uuid,
    officer_name   text not null default '',
    invited_by     text not null default '', -- an educator, by name: nobody else invites an officer
    referred_by    uuid not null,
    referred_on    date not null,
    accepted_on    date check (accepted_on >= referred_on),
    held_on        date check (held_on >= accepted_on),
    agreed_on      date check (agreed_on >= accepted_on),
    closed_on      date check (closed_on >= referred_on),
    ended          text check (ended in ('KEPT', 'NOT_KEPT', 'NOT_WILLING', 'NO_AGREEMENT', 'OTHER_WAY', 'MOVED')),
    cause          bytea not null,
    body           bytea not null,
    promises       bytea not null,
    told           date, -- the last day of which whoever leads it was reminded
    version        int not null default 0,
    primary key (district_id, id),
    check ((officer_person is null) = (invited_by = '')),
    check ((stage = 'CLOSED') = (closed_on is not null)),
    check ((stage = 'CLOSED') = (ended is not null)),
    check (stage <> 'CLOSED' or officer_person is null),
    check (stage in ('REFERRED', 'CLOSED') or accepted_on is not null),
    check (stage not in ('HELD', 'AGREED', 'KEPT', 'BROKEN', 'RECONVENED') or held_on is not null),
    check (stage not in ('AGREED', 'KEPT', 'BROKEN', 'RECONVENED') or agreed_on is not null)
);
call platform.protect('restorative.conference', 'district', 'district_id', null, 'Harm or a quarrel among students and the meeting that may repair it, what was written sealed; the agency never sees this table');
create index conference_school on restorative.conference (district_id, school_id, stage);
create index conference_gate on restorative.conference (district_id, gate_answer_id);

-- Whom it is about. What anybody said of coming stands in no row.
create table restorative.conference_student (
    district_id   uuid not null,
    id            uuid not null, -- about this a parent and the student are asked for consent
    conference_id uuid not null,
    student_id    uuid not null,
    primary key (district_id, id),
    unique (district_id, conference_id, student_id),
    foreign key (district_id, conference_id) references restorative.conference on delete cascade,
    foreign key (district_id, student_id) references directory.roster_person on delete cascade
);
call platform.protect('restorative.conference_student', 'district', 'district_id', null, 'Which students a conference is about; the agency never sees this table');
create index conference_student_of on restorative.conference_student (district_id, student_id);

-- It begins, and they sit together, only where the gate says that it is the school's own business.
create function restorative.conference_is_the_schools() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and not exists (select from restorative.gate_answer a where a.district_id = new.district_id and a.id = new.gate_answer_id
            and a.school_id = new.school_id and a.stands = 'SCHOOL')
        or tg_op = 'UPDATE' and new.stage in ('GATED', 'PREPARED', 'HELD') and exists (select from restorative.gate_answer a
            where a.district_id = new.district_id and a.id = new.gate_answer_id and a.stands <> 'SCHOOL') then
        raise exception 'a conference rests on an answer of the gate that it is the school''s own business';
    end if;
    return new;
end $$;
create trigger conference_is_the_schools before insert or update on restorative.conference for each row execute function restorative.conference_is_the_schools();

-- They do not sit together while a yes is missing.
create function restorative.conference_is_consented() returns trigger language plpgsql as $$
begin
    if new.stage = 'HELD' and new.stage is distinct from old.stage and exists (select from restorative.conference_student s
            where s.district_id = new.district_id and s.conference_id = new.id and not directory.consent_stands(new.district_id, s.id, new.held_on)) then
        raise exception 'a conference needs a consent of each that stands';
    end if;
    return new;
end $$;
create trigger conference_is_consented before update on restorative.conference for each row execute function restorative.conference_is_consented();

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
    ('CONFERENCE', 1096, '2026-01-01', 'DELETE', 'A conference and what was promised there: three years after it ended. Its key goes with it.', true);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('CONFERENCE-ANSWER', 'CONFERENCE_ANSWER', 'ALL', 2, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A referral to a conference is looked at within this many days.'),
('CONFERENCE-MEET', 'CONFERENCE_MEET', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Those who quarreled meet within this many days of the referral.'),
('CONFERENCE-TALK-FIRST', 'CONFERENCE_TALK_FIRST', 'ALL', 7, 'days', '2000-01-01', null, 'Daywatch proposal, after peer mediation in schools', true, 'This many days after they promised something, somebody speaks with them for the first time.'),
('CONFERENCE-TALK-SECOND', 'CONFERENCE_TALK_SECOND', 'ALL', 28, 'days', '2000-01-01', null, 'Daywatch proposal, after peer mediation in schools', true, 'This many days after they promised something, somebody speaks with them again.'),
('CONFERENCE-AGAIN', 'CONFERENCE_AGAIN', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'Where a promise was not kept, they meet again within this many days.');

-- From memory, after the referral form of PBIS SWIS; root causes are ours.
insert into restorative.label (kind, code, place, valid_from, source, to_confirm) values
('PLACE', 'CLASSROOM', 10, '2000-01-01', 'PBIS SWIS', true), ('PLACE', 'HALLWAY', 20, '2000-01-01', 'PBIS SWIS', true),
('PLACE', 'CAFETERIA', 30, '2000-01-01', 'PBIS SWIS', true), ('PLACE', 'PLAYGROUND', 40, '2000-01-01', 'PBIS SWIS', true),
('PLACE', 'GYM', 50, '2000-01-01', 'PBIS SWIS', true), ('PLACE', 'BUS', 60, '2000-01-01', 'PBIS SWIS', true),
('PLACE', 'ONLINE', 70, '2000-01-01', 'Daywatch proposal', true), ('PLACE', 'ELSEWHERE', 80, '2000-01-01', 'PBIS SWIS', true),
('MOTIVE', 'PEER_ATTENTION', 10, '2000-01-01', 'PBIS SWIS', true), ('MOTIVE', 'ADULT_ATTENTION', 20, '2000-01-01', 'PBIS SWIS', true),
('MOTIVE', 'GET_SOMETHING', 30, '2000-01-01', 'PBIS SWIS', true), ('MOTIVE', 'AVOID_PEERS', 40, '2000-01-01', 'PBIS SWIS', true),
('MOTIVE', 'AVOID_ADULTS', 50, '2000-01-01', 'PBIS SWIS', true), ('MOTIVE', 'AVOID_TASK', 60, '2000-01-01', 'PBIS SWIS', true),
('MOTIVE', 'UNCLEAR', 70, '2000-01-01', 'PBIS SWIS', true),
('OTHERS', 'NONE', 10, '2000-01-01', 'PBIS SWIS', true), ('OTHERS', 'PEERS', 20, '2000-01-01', 'PBIS SWIS', true),
('OTHERS', 'TEACHER', 30, '2000-01-01', 'PBIS SWIS', true), ('OTHERS', 'STAFF', 40, '2000-01-01', 'PBIS SWIS', true),
('OTHERS', 'UNKNOWN', 50, '2000-01-01', 'PBIS SWIS', true),
('CAUSE', 'OLD_QUARREL', 10, '2000-01-01', 'Daywatch proposal', true), ('CAUSE', 'LEFT_OUT', 20, '2000-01-01', 'Daywatch proposal', true),
('CAUSE', 'RUMOR', 30, '2000-01-01', 'Daywatch proposal', true), ('CAUSE', 'TROUBLE_AT_HOME', 40, '2000-01-01', 'Daywatch proposal', true),
('CAUSE', 'CLASS_TOO_HARD', 50, '2000-01-01', 'Daywatch proposal', true), ('CAUSE', 'TIRED_OR_HUNGRY', 60, '2000-01-01', 'Daywatch proposal', true),
('CAUSE', 'GRIEF_OR_LOSS', 70, '2000-01-01', 'Daywatch proposal', true), ('CAUSE', 'NOT_KNOWN', 80, '2000-01-01', 'Daywatch proposal', true);

insert into restorative.punishing_phrase (rule, language, phrase, valid_from, source, to_confirm) values
('EXCLUSION', 'en', 'suspend', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'en', 'suspensi', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'en', 'expel', '2000-01-01', 'Daywatch proposal', true),
('EXCLUSION', 'en', 'expuls', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'en', 'detention', '2000-01-01', 'Daywatch proposal', true),
('EXCLUSION', 'en', 'stay home', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'en', 'banned', '2000-01-01', 'Daywatch proposal', true),
('EXCLUSION', 'en', 'off the team', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'en', 'no recess', '2000-01-01', 'Daywatch proposal', true),
('SHAME', 'en', 'public apolog', '2000-01-01', 'Daywatch proposal', true), ('SHAME', 'en', 'publicly apolog', '2000-01-01', 'Daywatch proposal', true),
('SHAME', 'en', 'apologize in front', '2000-01-01', 'Daywatch proposal', true), ('SHAME', 'en', 'kneel', '2000-01-01', 'Daywatch proposal', true),
('SHAME', 'en', 'wear sign', '2000-01-01', 'Daywatch proposal', true),
('MONEY', 'en', 'pay fine', '2000-01-01', 'Daywatch proposal', true), ('MONEY', 'en', 'pay double', '2000-01-01', 'Daywatch proposal', true),
('PENALTY_WORK', 'en', 'wash tables', '2000-01-01', 'Daywatch proposal', true), ('PENALTY_WORK', 'en', 'clean bathroom', '2000-01-01', 'Daywatch proposal', true),
('PENALTY_WORK', 'en', 'write 100 times', '2000-01-01', 'Daywatch proposal', true), ('PENALTY_WORK', 'en', 'run laps', '2000-01-01', 'Daywatch proposal', true),
('PENALTY_WORK', 'en', 'as punish', '2000-01-01', 'Daywatch proposal', true), ('PENALTY_WORK', 'en', 'push-up', '2000-01-01', 'Daywatch proposal', true),
('POLICE', 'en', 'arrest', '2000-01-01', 'Daywatch proposal', true), ('POLICE', 'en', 'citation', '2000-01-01', 'Daywatch proposal', true),
('POLICE', 'en', 'report to officer', '2000-01-01', 'Daywatch proposal', true),
('EXCLUSION', 'es', 'suspend', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'es', 'suspensi', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'es', 'expuls', '2000-01-01', 'Daywatch proposal', true),
('EXCLUSION', 'es', 'detención', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'es', 'quedarse en casa', '2000-01-01', 'Daywatch proposal', true),
('EXCLUSION', 'es', 'sin recreo', '2000-01-01', 'Daywatch proposal', true), ('EXCLUSION', 'es', 'fuera del equipo', '2000-01-01', 'Daywatch proposal', true),
('SHAME', 'es', 'disculpa pública', '2000-01-01', 'Daywatch proposal', true), ('SHAME', 'es', 'perdón delante', '2000-01-01', 'Daywatch proposal', true),
('SHAME', 'es', 'de rodillas', '2000-01-01', 'Daywatch proposal', true),
('MONEY', 'es', 'multa', '2000-01-01', 'Daywatch proposal', true), ('MONEY', 'es', 'pagar el doble', '2000-01-01', 'Daywatch proposal', true),
('PENALTY_WORK', 'es', 'limpiar los baños', '2000-01-01', 'Daywatch proposal', true), ('PENALTY_WORK', 'es', 'lavar las mesas', '2000-01-01', 'Daywatch proposal', true),
('PENALTY_WORK', 'es', 'escribir 100 veces', '2000-01-01', 'Daywatch proposal', true), ('PENALTY_WORK', 'es', 'castigo', '2000-01-01', 'Daywatch proposal', true),
('POLICE', 'es', 'arrest', '2000-01-01', 'Daywatch proposal', true), ('POLICE', 'es', 'presentarse al oficial', '2000-01-01', 'Daywatch proposal', true);
