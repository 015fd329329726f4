-- Safety assessments of a site: the instrument, the answers, their photos, and measures with their cost and effect.

-- Instruments of a district. Ours is shipped with the application and stands in no row.
create table prevention.instrument (
    agency_id   uuid not null,
    district_id uuid not null,
    code        text not null check (code ~ '^[A-Z][A-Z0-9-]{1,29}$'),
    edition     int not null check (edition between 1 and 9999),
    name        text not null,
    file        text not null, -- as it was loaded; an edition never changes
    loaded_at   timestamptz not null,
    loaded_by   text not null,
    retired_at  timestamptz, -- no new assessment is made with it
    primary key (agency_id, district_id, code, edition)
);
call platform.protect('prevention.instrument', 'shared', 'agency_id', 'district_id', 'An edition of an assessment instrument a district loaded');
revoke update, delete on prevention.instrument from dw_app;
grant update (retired_at) on prevention.instrument to dw_app;

create table prevention.assessment (
    agency_id             uuid not null,
    id                    uuid not null,
    district_id           uuid not null,
    school_id             uuid not null,
    instrument            text not null,
    edition               int not null,
    started_at            timestamptz not null,
    started_by            text not null,
    response_seconds      int check (response_seconds between 1 and 36000), -- until help is there; null: not known, which is not zero
    response_source       text not null default '',
    response_measured     boolean not null default false, -- from alerts of this school, not typed
    state                 text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'WITHDRAWN')),
    day                   date, -- on which the campus was walked, by the school's calendar
    minutes               int check (minutes between 1 and 6000), -- walked and written, by whoever submitted
    submitted_at          timestamptz,
    submitted_by          text,
    submitted_person      uuid,
    officer_id            uuid, -- who submitted, if an officer
    returned_at           timestamptz, -- sent back, the last time
    returned_by           text,
    returned_why          text not null default '',
    closed_at             timestamptz, -- accepted or withdrawn
    closed_by             text,
    closed_person         uuid,
    closed_words          text not null default '',
    counts                boolean not null default false, -- as the assessment that is due every so many years
    version               int not null default 1,
    -- In which capacity a person assessed a campus, by which right, and in which role another person accepted it.
    assessor_capacity     text check (assessor_capacity in ('STAFF', 'OFFICER', 'PROVIDER')), -- null: handed in before anybody asked
    assessor_organization text not null default '' check (length(assessor_organization) <= 160),
    assessor_credential   text not null default '' check (length(assessor_credential) <= 120), -- as it is written on the card, or the number in a state's registry
    assessor_valid_to     date,
    closed_role           text, -- of whoever accepted or withdrew it
    primary key (agency_id, id),
    check (state not in ('SUBMITTED', 'ACCEPTED') or num_nulls(day, minutes, submitted_at, submitted_by, submitted_person) = 0),
    check ((state in ('ACCEPTED', 'WITHDRAWN')) = (closed_at is not null)),
    check (state <> 'WITHDRAWN' or closed_words <> ''),
    -- No one accepts what they submitted.
    check (state <> 'ACCEPTED' or (closed_person is not null and closed_person <> submitted_person)),
    check (not counts or state = 'ACCEPTED'),
    check (response_seconds is null or response_source <> ''),
    check (assessor_capacity is distinct from 'PROVIDER' or assessor_organization <> '')
);
call platform.protect('prevention.assessment', 'shared', 'agency_id', 'district_id', 'An assessment of a campus with one edition of an instrument');
create index assessment_school on prevention.assessment (school_id, state, day);
create unique index assessment_one_under_way on prevention.assessment (agency_id, school_id, instrument) where state in ('DRAFT', 'SUBMITTED');
-- Accepted and withdrawn are final.
create function prevention.assessment_final() returns trigger language plpgsql as $$
begin
    raise exception 'assessment % is %, and stays so', old.id, old.state;
end $$;
create trigger assessment_is_final before update on prevention.assessment for each row when (old.state in ('ACCEPTED', 'WITHDRAWN')) execute function prevention.assessment_final();

create table prevention.assessment_answer (
    agency_id       uuid not null,
    assessment_id   uuid not null,
    item            text not null,
    district_id     uuid not null,
    answer          text not null check (answer in ('IN_PLACE', 'PARTLY', 'NOT', 'NOT_APPLICABLE')), -- not answered: no row
    evidence        text not null default '' check (length(evidence) <= 600),
    place           text not null default '' check (length(place) <= 120),
    room_id         uuid,
    mark_id         uuid, -- on a plan of the site
    answered_at     timestamptz not null,
    answered_by     text not null,
    answered_person uuid not null,
    -- Where on a site plan something was found, and where a photo shows it: by a tap, or as it is marked there.
    plan_id         uuid,
    mark_across     numeric(5, 2) check (mark_across between 0 and 100), -- percent from the left edge
    mark_down       numeric(5, 2) check (mark_down between 0 and 100),
    primary key (agency_id, assessment_id, item),
    foreign key (agency_id, assessment_id) references prevention.assessment on delete cascade,
    check (num_nulls(plan_id, mark_across, mark_down) in (0, 3))
);
call platform.protect('prevention.assessment_answer', 'shared', 'agency_id', 'district_id', 'What was found for one item of an assessment, by whom and how it is known');
-- What was handed in stands as it was handed in: nobody changes an answer, a measured step or a photo once it is no draft.
create function prevention.only_in_draft() returns trigger language plpgsql as $$
declare
    stands text;
    changed record;
begin
    if tg_op = 'DELETE' then changed := old; else changed := new; end if;
    select state into stands from prevention.assessment where agency_id = changed.agency_id and id = changed.assessment_id;
    if stands is null and tg_op = 'DELETE' then return old; end if; -- forgotten together with its assessment
    if stands <> 'DRAFT' then raise exception 'assessment % is %, its answers no longer change', changed.assessment_id, stands; end if;
    return changed;
end $$;
create trigger answer_in_draft before insert or update or delete on prevention.assessment_answer for each row execute function prevention.only_in_draft();

create table prevention.assessment_step (
    agency_id     uuid not null,
    assessment_id uuid not null,
    scenario      text not null,
    step          int not null check (step >= 0),
    district_id   uuid not null,
    seconds       int check (seconds between 0 and 36000), -- null: as the instrument says
    noticed       boolean, -- null: as the answers say
    how           text not null check (how <> ''), -- how it was measured or seen
    by_name       text not null,
    at            timestamptz not null,
    primary key (agency_id, assessment_id, scenario, step),
    foreign key (agency_id, assessment_id) references prevention.assessment on delete cascade,
    check (num_nonnulls(seconds, noticed) >= 1)
);
call platform.protect('prevention.assessment_step', 'shared', 'agency_id', 'district_id', 'What was measured at the campus for one step of a scenario');
create trigger step_in_draft before insert or update or delete on prevention.assessment_step for each row execute function prevention.only_in_draft();

create table prevention.assessment_photo (
    agency_id     uuid not null,
    id            uuid not null,
    assessment_id uuid not null,
    item          text not null,
    district_id   uuid not null,
    media_type    text not null check (media_type in ('image/jpeg', 'image/png')),
    width         int not null,
    height        int not null,
    picture       bytea not null,
    caption       text not null default '' check (length(caption) <= 200),
    at            timestamptz not null,
    by_name       text not null,
    plan_id       uuid,
    mark_across   numeric(5, 2) check (mark_across between 0 and 100),
    mark_down     numeric(5, 2) check (mark_down between 0 and 100),
    primary key (agency_id, id),
    foreign key (agency_id, assessment_id) references prevention.assessment on delete cascade,
    check (num_nulls(plan_id, mark_across, mark_down) in (0, 3))
);
call platform.protect('prevention.assessment_photo', 'shared', 'agency_id', 'district_id', 'A photo of what was found, without what the camera wrote beside it');
create index assessment_photo_of on prevention.assessment_photo (assessment_id, item);
create trigger photo_in_draft before insert or update or delete on prevention.assessment_photo for each row execute function prevention.only_in_draft();

-- What would mend a gap, and what it costs. An estimate nobody made is unknown, which is not zero.
create table prevention.measure (
    agency_id       uuid not null,
    id              uuid not null,
    district_id     uuid not null,
    school_id       uuid not null,
    assessment_id   uuid, -- out of which it was proposed
    item            text not null default '', -- of the instrument; empty where it is about none
    about           text not null default '', -- the gap in words, as it stood then
    what            text not null check (length(what) between 3 and 500),
    cost_class      text not null check (cost_class in ('NONE', 'LOW', 'CAPITAL')),
    dollars         int check (dollars between 0 and 1000000000),
    payer           text not null default '' check (length(payer) <= 120),
    state           text not null check (state in ('PROPOSED', 'APPROVED', 'DONE', 'REJECTED')),
    proposed_at     timestamptz not null,
    proposed_by     text not null,
    proposed_person uuid not null,
    decided_at      timestamptz, -- approved or rejected
    decided_by      text,
    decided_person  uuid,
    decided_words   text not null default '',
    done_at         timestamptz,
    done_by         text,
    done_how        text not null default '',
    paid_dollars    int check (paid_dollars between 0 and 1000000000), -- what it cost in the end, where somebody said so
    version         int not null default 1,
    primary key (agency_id, id),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'DONE') = (done_at is not null)),
    check (state <> 'REJECTED' or decided_words <> ''),
    check (state <> 'DONE' or done_how <> ''),
    check (cost_class <> 'NONE' or coalesce(dollars, 0) = 0)
);
call platform.protect('prevention.measure', 'shared', 'agency_id', 'district_id', 'What would mend a gap of a campus, what it costs and who pays');
create index measure_school on prevention.measure (school_id, state);
create unique index measure_once on prevention.measure (agency_id, assessment_id, item, what) where assessment_id is not null and state <> 'REJECTED';
