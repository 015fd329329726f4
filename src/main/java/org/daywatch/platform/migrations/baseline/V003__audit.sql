-- The audit: one chain of lines per organization, each with the digest of the line before it.

-- Audit ---------------------------------------------------------------------------------------------------------
create table platform.audit_line (
    tenant_id   uuid not null,
    seq         bigint not null,
    at          timestamptz not null,
    person_id   uuid,
    role        text not null,
    capacity    text not null,
    session_id  uuid,
    action      text not null, -- event or read, in glossary words
    subject     text not null, -- "shift 0198..." : what it was done to
    detail      text not null, -- JSON as hashed; jsonb would reorder it
    prev_hash   bytea not null,
    hash        bytea not null,
    -- The time of day in a line is the application's. Beside it stand the database's own clock, and a clock that only counts on and that nobody sets:
    -- of two lines of one run, the difference of the second says how much time really passed, whatever the first was set to. Lines of earlier
    -- releases have neither and keep the hash they were written with.
    database_at timestamptz,
    run_id      uuid, -- of the application that wrote it, anew at each start
    steady_us   bigint, -- microseconds of that run's clock, from a beginning of its own
    primary key (tenant_id, seq),
    constraint audit_line_clocks check (num_nulls(database_at, run_id, steady_us) in (0, 3))
);
call platform.protect('platform.audit_line', 'tenant', 'tenant_id', null, 'One line per command and per sensitive read, chained by hash over every column');
call platform.append_only('platform.audit_line');
create index audit_line_at on platform.audit_line (tenant_id, at desc);

create table platform.audit_head (
    tenant_id uuid primary key,
    seq       bigint not null,
    hash      bytea not null
);
call platform.protect('platform.audit_head', 'tenant', 'tenant_id', null, 'The last link of a tenant''s audit chain; locking it orders the lines');
