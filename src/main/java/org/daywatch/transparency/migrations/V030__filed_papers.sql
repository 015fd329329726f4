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
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check ((withdrawn_at is null) = (withdrawn_name is null))
);
call platform.protect('transparency.filed_paper', 'shared', 'agency_id', 'district_id', 'A paper a program demands: what, of which day, where it lies');
create index filed_paper_school on transparency.filed_paper (school_id, day);

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('FILED_PAPER', 2191, '2026-01-01', 'DELETE', 'Papers a program demands, and where they lie: six years, so that an audit due every five can be shown.');

insert into platform.role_permission (role, permission) values
    ('AGENCY_ADMIN', 'PAPERS_FILE'), ('COORDINATOR', 'PAPERS_FILE'), ('PRINCIPAL', 'PAPERS_FILE'), ('SAFETY_DIRECTOR', 'PAPERS_FILE');
