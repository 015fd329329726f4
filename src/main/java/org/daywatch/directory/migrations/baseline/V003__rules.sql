-- Numbers of law and programs, with the days they hold; and those an organization set for itself.

create table directory.program_rule (
    id         text not null, -- AZ-CERT-15-249.08-VALIDITY
    code       text not null, -- the question it answers: POST_MARGIN_BEFORE
    scope      text not null, -- STATE:AZ, DEPARTMENT:<id>, ALL
    value      numeric not null,
    unit       text not null,
    valid_from date not null,
    valid_to   date,
    source     text not null,
    to_confirm boolean not null default false,
    words      text not null default '',
    primary key (id, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
call platform.exempt('directory.program_rule', 'Law and program terms, the same for every tenant; written by migrations and the rules importer only.');
grant select, insert, update on directory.program_rule to dw_app;

-- What an agency agrees for itself, beside the rules that come with the installation: a confirmed number, another margin, a
-- district's own grace. A rule is never edited. It is followed by another one, or taken back with a reason from a day on.
create table directory.own_rule (
    agency_id        uuid not null,
    id               uuid not null,
    code             text not null,
    scope            text not null,
    value            numeric not null check (value >= 0),
    unit             text not null,
    valid_from       date not null,
    valid_to         date,
    source           text not null check (length(source) between 3 and 300),
    to_confirm       boolean not null,
    words            text not null,
    set_by           uuid,
    set_at           timestamptz not null,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    -- An agency sets not only the number of a demand but also how it is counted and by what it is proved, from a day on; null: as shipped.
    counting         text,
    evidence         text,
    detail           text, -- BY_DATE: month and day; FIRST_SCHOOL_DAYS: how many
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (valid_to is null or valid_to >= valid_from or withdrawn_at is not null),
    constraint own_rule_read_as_a_whole check (num_nulls(counting, evidence, detail) in (0, 3)),
    -- An agency's number is as fine as its unit is counted: hours by the quarter, a share by the tenth, everything else whole.
    constraint own_rule_as_fine_as_its_unit check (value * (case unit when 'hours' then 4 when 'percent' then 10 else 1 end) % 1 = 0)
);
create unique index own_rule_once on directory.own_rule (agency_id, code, scope, valid_from) where withdrawn_at is null;
-- Its districts and departments are judged by it and must be able to read it; a margin in minutes is no secret.
call platform.protect('directory.own_rule', 'public', 'agency_id', null, 'A program rule an agency set for itself; read by its districts and departments, written by it alone');
