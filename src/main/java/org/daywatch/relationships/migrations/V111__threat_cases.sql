-- A word of one of the three who classify a case and agree to its plan: that it was given, by whom and on which day. Why stands sealed in the case.
create table relationships.threat_word (
    district_id uuid not null,
    case_id     uuid not null,
    about       text not null check (about in ('TRANSIENT', 'SERIOUS', 'VERY_SERIOUS', 'PLAN')),
    part        text not null check (part in ('ADMINISTRATOR', 'MENTAL_HEALTH', 'LAW_ENFORCEMENT')),
    person_id   uuid, -- null: a police officer without an account, whose word somebody of the team wrote down
    entered_by  uuid not null,
    day         date not null,
    primary key (district_id, case_id, about, part),
    unique (district_id, case_id, about, person_id), -- nobody speaks for two parts
    check (person_id = entered_by or person_id is null and part = 'LAW_ENFORCEMENT')
);
call platform.protect('relationships.threat_word', 'district', 'district_id', null, 'Who of the three of a threat assessment team agreed to what, on which day');

-- Where a case stands. What it is about, and about whom, is sealed by a key that is not in this database. The three keys to
-- threat_word are the quorum: no row says what a case is, or that it has a plan, without the words of all three, and none of
-- these words can go while the row says so.
create table relationships.threat_case (
    district_id          uuid not null,
    id                   uuid not null,
    school_id            uuid not null,
    stage                text not null check (stage in ('OPENED', 'GATHERED', 'TRANSIENT', 'FADED', 'SUBSTANTIVE', 'PLANNED', 'MONITORED', 'CLOSED')),
    classification       text check (classification in ('TRANSIENT', 'SERIOUS', 'VERY_SERIOUS')),
    owner_person         uuid, -- the counselor
    administrator_person uuid,
    is_shared            boolean not null default false, -- with officers on post at the school
    opened_on            date,
    fades_on             date,
    closed_on            date,
    body                 bytea,
    version              int not null default 0,
    administrator        text not null generated always as ('ADMINISTRATOR') stored,
    mental_health        text not null generated always as ('MENTAL_HEALTH') stored,
    law_enforcement      text not null generated always as ('LAW_ENFORCEMENT') stored,
    planned              text generated always as (case when stage in ('PLANNED', 'MONITORED', 'CLOSED') then 'PLAN' end) stored,
    primary key (district_id, id),
    check ((stage in ('OPENED', 'GATHERED', 'FADED')) = (classification is null)),
    check ((stage = 'TRANSIENT') = (coalesce(classification, '') = 'TRANSIENT')),
    check ((stage in ('TRANSIENT', 'FADED')) = (fades_on is not null)),
    check ((stage = 'CLOSED') = (closed_on is not null)),
    check ((stage = 'FADED') = (num_nulls(owner_person, administrator_person, opened_on, body) = 4)),
    check (stage = 'FADED' or num_nulls(owner_person, administrator_person, opened_on, body) = 0),
    foreign key (district_id, id, classification, administrator) references relationships.threat_word (district_id, case_id, about, part),
    foreign key (district_id, id, classification, mental_health) references relationships.threat_word (district_id, case_id, about, part),
    foreign key (district_id, id, classification, law_enforcement) references relationships.threat_word (district_id, case_id, about, part),
    foreign key (district_id, id, planned, administrator) references relationships.threat_word (district_id, case_id, about, part),
    foreign key (district_id, id, planned, mental_health) references relationships.threat_word (district_id, case_id, about, part),
    foreign key (district_id, id, planned, law_enforcement) references relationships.threat_word (district_id, case_id, about, part)
);
call platform.protect('relationships.threat_case', 'district', 'district_id', null, 'A threat assessment of one student, sealed; the agency never sees this table');
create index threat_case_school on relationships.threat_case (district_id, school_id, stage);

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
    ('THREAT_CASE', 1096, '2026-01-01', 'DELETE', 'A threat assessment: three years after it was closed. Its key goes with it. A transient one goes earlier, on its own day.', true);

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('THREAT-FADES', 'THREAT_FADES', 'ALL', 180, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A threat that was transient fades after this many days: what was written is destroyed.'),
('THREAT-REVIEW', 'THREAT_REVIEW', 'ALL', 30, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'A safety plan is reviewed at least this often.'),
('DAYS-OUT-LIMIT', 'DAYS_OUT_LIMIT', 'ALL', 10, 'school days', '2005-07-01', null, '34 CFR 300.530, 300.536; 34 CFR 104.35', true, 'After more than this many days out of school in a school year, the IEP or 504 team must meet. Days a student was sent home count.'),
('DAYS-OUT-YEAR', 'DAYS_OUT_YEAR', 'ALL', 7, 'month', '2000-01-01', null, 'Daywatch proposal', true, 'Days out of school are counted from the first day of this month: 7 is July.');
