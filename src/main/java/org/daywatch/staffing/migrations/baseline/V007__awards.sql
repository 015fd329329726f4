-- Sign-ups and awards, opportunities that were offered, and the monthly account of who got how many.

-- By which method posts are awarded, who signed up, and how each award was decided.
create table staffing.award_method (
    agency_id        uuid not null,
    id               uuid not null,
    scope            text not null check (scope = 'DEFAULT' or scope ~ '^(DISTRICT|DEPARTMENT):[0-9a-f-]{36}$'),
    method           text not null check (method in ('FIRST_COME', 'SENIORITY', 'LEAST_HOURS', 'ROTATION', 'OPTIMIZED')),
    valid_from       date not null,
    valid_to         date,
    source           text not null check (length(source) between 3 and 300),
    set_by           uuid,
    set_at           timestamptz not null,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (valid_to is null or valid_to >= valid_from or withdrawn_at is not null)
);
call platform.protect('staffing.award_method', 'agency', 'agency_id', null, 'By which method posts of a department, a district or all are awarded, from a day on');
create unique index award_method_once on staffing.award_method (agency_id, scope, valid_from) where withdrawn_at is null;

-- The officer's own act: they want this post. It is the evidence behind the shift if the post is awarded to them.
create table staffing.sign_up (
    agency_id    uuid not null,
    id           uuid not null,
    post_id      uuid not null,
    officer_id   uuid not null,
    person_id    uuid not null,
    signed_at    timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= signed_at),
    primary key (agency_id, id),
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.sign_up', 'agency', 'agency_id', null, 'An officer signs up for a post that is awarded by a method');
create unique index one_sign_up on staffing.sign_up (agency_id, post_id, officer_id) where withdrawn_at is null;
create index sign_up_officer on staffing.sign_up (agency_id, officer_id, signed_at);

-- One award for each post, kept as it was decided. The record is text, so that its digest can be worked out again to the byte.
create table staffing.award (
    agency_id  uuid not null,
    id         uuid not null,
    post_id    uuid not null,
    decided_at timestamptz not null,
    method     text not null check (method in ('SENIORITY', 'LEAST_HOURS', 'ROTATION', 'OPTIMIZED')),
    outcome    text not null check (outcome in ('AWARDED', 'NOBODY')),
    officer_id uuid,
    shift_id   uuid,
    record     text not null,
    digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
    primary key (agency_id, id),
    unique (agency_id, post_id),
    foreign key (agency_id, post_id) references staffing.post,
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, shift_id) references staffing.shift,
    check ((outcome = 'AWARDED') = (officer_id is not null and shift_id is not null))
);
call platform.protect('staffing.award', 'agency', 'agency_id', null, 'How a post was awarded: candidates, rank keys, who was out by which rule, decision');
call platform.append_only('staffing.award');
create index award_recent on staffing.award (agency_id, decided_at desc, id);

-- What chances for work each officer had, and what became of them: each post once for each officer.
create table staffing.opportunity (
    agency_id     uuid not null,
    officer_id    uuid not null,
    post_id       uuid not null,
    day           date not null,
    minutes       int not null check (minutes > 0),
    shown_at      timestamptz not null, -- first seen open to them and allowed by every rule
    asked_at      timestamptz, -- asked by name: a place held for them, a trade proposed to them
    accepted_at   timestamptz,
    declined_at   timestamptz,
    given_back_at timestamptz,
    primary key (agency_id, officer_id, post_id),
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, post_id) references staffing.post
);
call platform.protect('staffing.opportunity', 'agency', 'agency_id', null, 'A post an officer could have taken, and what they did with it');
create index opportunity_day on staffing.opportunity (agency_id, day, officer_id);

create table staffing.opportunity_gathering (
    agency_id   uuid not null,
    due         boolean not null,
    gathered_at timestamptz,
    primary key (agency_id)
);
call platform.protect('staffing.opportunity_gathering', 'agency', 'agency_id', null, 'When opportunities were last gathered, and whether posts were offered since');

-- The public fairness sheet of a month, as it was published, and the secret that makes its pseudonyms.
create table staffing.fairness_secret (
    agency_id uuid not null,
    secret    bytea not null check (octet_length(secret) = 32),
    made_at   timestamptz not null,
    primary key (agency_id)
);
call platform.protect('staffing.fairness_secret', 'agency', 'agency_id', null, 'Key of the hash that gives officers another name each month; never shown, never exported');

create table staffing.fairness_month (
    agency_id        uuid not null,
    id               uuid not null,
    month            date not null check (extract(day from month) = 1),
    sheet            text not null, -- as it was published: later corrections do not change it
    published_by     uuid,
    published_at     timestamptz not null,
    reason           text not null check (length(reason) between 5 and 300),
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
call platform.protect('staffing.fairness_month', 'agency', 'agency_id', null, 'A month''s fairness sheet made public, why, and whether it was withdrawn');
create unique index one_fairness_month on staffing.fairness_month (agency_id, month) where withdrawn_at is null;
