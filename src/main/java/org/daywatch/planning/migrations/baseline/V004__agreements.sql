-- Agreements with police: their clauses, signatures and reminders.

-- What the text of an agreement must cover, should cover and must not say: law, federal terms and a national survey, with dates and sources.
create table planning.clause_rule (
    id                text not null,
    scope             text not null check (scope = 'ALL' or scope ~ '^STATE:[A-Z]{2}$'),
    kinds             text[] not null, -- SERVICE, MOU
    topic             text not null, -- a word of ClauseTopic
    demand            text not null check (demand in ('COVER', 'SAY', 'NOT_SAY')), -- have a clause on it; say this in it; not say this anywhere
    reading           text not null default '', -- a word of Reading: how the text is searched for what it says
    weight            text not null check (weight in ('MUST', 'ADVISED')),
    primary_percent   numeric, -- of schools with a written document, the share whose document covers it
    secondary_percent numeric,
    valid_from        date not null,
    valid_to          date,
    source            text not null,
    to_confirm        boolean not null default false,
    primary key (id, valid_from),
    check ((demand = 'COVER') = (reading = ''))
);
call platform.exempt('planning.clause_rule', 'Law and program terms, the same for every tenant; written by migrations only.');
grant select on planning.clause_rule to dw_app;

create table planning.agreement (
    agency_id      uuid not null,
    id             uuid not null,
    district_id    uuid not null,
    school_id      uuid not null,
    kind           text not null check (kind in ('SERVICE', 'MOU')),
    officer_id     uuid, -- of one officer; null: of all who work there
    officer_name   text not null default '',
    funded_post_id uuid,
    language       text not null check (language in ('en', 'es')),
    start_day      date not null, -- the clock begins
    due_day        date not null, -- the last day in time
    due_rule       text not null default '', -- version of the rule; empty: a day somebody set
    ends_day       date not null, -- last day of the term
    state          text not null check (state in ('DRAFT', 'OFFERED', 'SIGNED_IN_PART', 'IN_FORCE', 'EXPIRED', 'RENEWED', 'ENDED')),
    since          timestamptz not null,
    text_version   int not null default 0, -- of its clauses; 0: none yet
    reason         text, -- why it was ended
    follows_id     uuid, -- the agreement it renews
    drafted_by     text not null,
    version        int not null default 1,
    primary key (agency_id, id),
    check (due_day >= start_day and ends_day >= start_day),
    check ((state = 'ENDED') = (reason is not null))
);
call platform.protect('planning.agreement', 'shared', 'agency_id', 'district_id', 'An agreement between agency and district on officers at a school');
create index agreement_school on planning.agreement (school_id, ends_day);
create index agreement_open on planning.agreement (due_day) where state in ('DRAFT', 'OFFERED', 'SIGNED_IN_PART');
create unique index agreement_renewed_once on planning.agreement (agency_id, follows_id) where follows_id is not null and state <> 'ENDED';
-- One for each officer at a school and term, whoever is quicker to draft it.
create unique index agreement_once_for_officer on planning.agreement (agency_id, school_id, officer_id, ends_day) where kind = 'SERVICE' and officer_id is not null and state <> 'ENDED';

-- The text, version by version; a version is never changed.
create table planning.agreement_clause (
    agency_id    uuid not null,
    agreement_id uuid not null,
    text_version int not null,
    position     int not null,
    district_id  uuid not null,
    topic        text not null,
    title        text not null check (length(title) between 1 and 200),
    words        text not null check (length(words) between 1 and 8000),
    written_by   text not null,
    written_at   timestamptz not null,
    primary key (agency_id, agreement_id, text_version, position),
    foreign key (agency_id, agreement_id) references planning.agreement on delete cascade
);
call platform.protect('planning.agreement_clause', 'shared', 'agency_id', 'district_id', 'A clause of one version of an agreement');
call platform.append_only('planning.agreement_clause');

create table planning.agreement_signature (
    agency_id    uuid not null,
    id           uuid not null,
    district_id  uuid not null,
    agreement_id uuid not null,
    party        text not null check (party in ('AGENCY', 'DISTRICT')),
    person       uuid not null,
    name         text not null, -- as typed
    role         text not null,
    text_version int not null,
    text_hash    text not null check (text_hash ~ '^[0-9a-f]{64}$'), -- of the exact text the signer had before them
    signed_at    timestamptz not null,
    voided_at    timestamptz, -- the text is another now
    primary key (agency_id, id),
    foreign key (agency_id, agreement_id) references planning.agreement on delete cascade
);
call platform.protect('planning.agreement_signature', 'shared', 'agency_id', 'district_id', 'A signature of one party below one exact text');
create unique index one_signature_per_party on planning.agreement_signature (agency_id, agreement_id, party) where voided_at is null;
create unique index one_signature_per_person on planning.agreement_signature (agency_id, agreement_id, person) where voided_at is null;

-- Reminders, each once.
create table planning.agreement_reminder (
    agency_id    uuid not null,
    agreement_id uuid not null,
    kind         text not null check (kind in ('SOON', 'LATE', 'ENDING')),
    district_id  uuid not null,
    told_at      timestamptz not null,
    primary key (agency_id, agreement_id, kind),
    foreign key (agency_id, agreement_id) references planning.agreement on delete cascade
);
call platform.protect('planning.agreement_reminder', 'shared', 'agency_id', 'district_id', 'A reminder of an agreement that was told');
