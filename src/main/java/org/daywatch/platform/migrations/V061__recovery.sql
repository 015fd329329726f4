-- A person has lost passkey and password: two administrators let him in again, never one alone, never at once.
create table platform.recovery (
    org_id        uuid not null references platform.organization,
    id            uuid not null,
    person_id     uuid not null,
    reason        text not null check (length(reason) between 3 and 500),
    requested_by  uuid not null,
    requested_at  timestamptz not null,
    approved_by   uuid,
    approved_at   timestamptz,
    ready_at      timestamptz, -- not before: the owner has until then to say that it was not he
    handed_out_at timestamptz,
    stopped_at    timestamptz,
    stopped_by    uuid,
    primary key (org_id, id),
    check (requested_by <> person_id),
    check (approved_by is null or approved_by <> requested_by and approved_by <> person_id),
    check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (ready_at is null)),
    check (handed_out_at is null or handed_out_at >= ready_at),
    check (handed_out_at is null or stopped_at is null)
);
call platform.protect('platform.recovery', 'tenant', 'org_id', null, 'Letting a person in again who lost his passkey: asked by one administrator, approved by another, delayed, told to the owner');
create unique index recovery_open on platform.recovery (org_id, person_id) where handed_out_at is null and stopped_at is null;
