-- Documents filed as proof, and links for a reviewer.

-- A link by which a reviewer of the state reads one school, or all schools of one district, without an account.
create table transparency.review_link (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    school_id   uuid, -- null: all schools of the district
    token_hash  bytea not null,
    for_whom    text not null check (length(for_whom) between 2 and 120),
    made_by     uuid not null,
    made_name   text not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    revoked_by  uuid,
    primary key (agency_id, id),
    unique (agency_id, token_hash),
    check (expires_at > made_at and expires_at <= made_at + interval '90 days'),
    check ((revoked_at is null) = (revoked_by is null))
);
call platform.protect('transparency.review_link', 'shared', 'agency_id', 'district_id', 'A link that shows a reviewer one school or one district without an account');
-- What was given out stays as it was; only its end can come.
revoke update, delete on transparency.review_link from dw_app;
grant update (revoked_at, revoked_by) on transparency.review_link to dw_app;
create index review_link_made on transparency.review_link (district_id, made_at);
create trigger forgotten_only_by_retention before delete on transparency.review_link for each row execute function transparency.forgotten_only_by_retention();

create table transparency.review_opening (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    link_id     uuid not null,
    at          timestamptz not null,
    what        text not null check (what in ('LIST', 'SCHOOL', 'FILE', 'REFUSED')),
    school_id   uuid,
    primary key (agency_id, id),
    foreign key (agency_id, link_id) references transparency.review_link
);
call platform.protect('transparency.review_opening', 'shared', 'agency_id', 'district_id', 'That a review link was opened, or refused');
call platform.append_only('transparency.review_opening');
create index review_opening_link on transparency.review_opening (link_id, at);
create trigger forgotten_only_by_retention before delete on transparency.review_opening for each row execute function transparency.forgotten_only_by_retention();
grant delete on transparency.program_clock, transparency.program_clock_step, transparency.campus_exception, transparency.review_link, transparency.review_opening to dw_app;

-- What a program demands on paper and no room tells: a plan that was signed, a report that was filed, a notice that was sent. Where the
-- paper lies is said; the paper itself stays there.
create table transparency.filed_paper (
    agency_id        uuid not null,
    id               uuid not null,
    district_id      uuid not null,
    school_id        uuid not null,
    subject          text not null check (subject <> ''), -- what a program counts it as, such as PLAN:OPERATIONAL
    day              date not null, -- on which it was signed, filed or sent
    title            text not null check (length(title) between 3 and 200),
    kept             text not null check (length(kept) between 3 and 200), -- where it lies, so that a reviewer can ask for it
    filed_by         uuid not null,
    filed_name       text not null,
    filed_at         timestamptz not null,
    withdrawn_at     timestamptz,
    withdrawn_name   text,
    withdrawn_reason text check (length(withdrawn_reason) >= 5),
    -- A notice tells of something that will be on a day: with both days it can be judged whether it came in time.
    for_day          date,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check ((withdrawn_at is null) = (withdrawn_name is null))
);
call platform.protect('transparency.filed_paper', 'shared', 'agency_id', 'district_id', 'A paper a program demands: what, of which day, where it lies');
create index filed_paper_school on transparency.filed_paper (school_id, day);
create index filed_paper_announces on transparency.filed_paper (school_id, for_day) where for_day is not null and withdrawn_at is null;
