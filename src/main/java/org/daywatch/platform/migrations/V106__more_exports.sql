-- Somebody needs more files on a day than one person may take on their own; somebody else of their organization allows it.
create table platform.export_ask (
    tenant_id    uuid not null,
    id           uuid not null,
    person_id    uuid not null,
    person_name  text not null,
    reason       text not null check (length(reason) between 10 and 300),
    day          date not null,
    asked_at     timestamptz not null,
    allowed_by   uuid check (allowed_by <> person_id),
    allowed_name text,
    allowed_at   timestamptz,
    primary key (tenant_id, id),
    check (num_nulls(allowed_by, allowed_name, allowed_at) in (0, 3))
);
call platform.protect('platform.export_ask', 'tenant', 'tenant_id', null, 'Who asked to take more files than the limit of a day, why, and who else allowed it');
create unique index export_ask_open on platform.export_ask (tenant_id, person_id, day) where allowed_at is null;
create index audit_line_list_taken on platform.audit_line (tenant_id, person_id, at) where action = 'ListTaken';
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('EXPORT_ASK', 400, '2026-01-01', 'DELETE', 'Requests for more downloads, with the reason; the audit lines stay.');
