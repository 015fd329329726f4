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
