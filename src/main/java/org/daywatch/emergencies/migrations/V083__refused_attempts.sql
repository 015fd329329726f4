-- A press that was not taken because whoever sent it could not prove who he is, or may not press there; the last two hundred of an agency.
create table emergencies.refused_attempt (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid, -- null where only the agency concerns it
    school_id   uuid, -- as the press named it, or the owner's; null where neither is known
    device_id   uuid, -- as it named itself
    label       text not null default '', -- what its owner calls it, where it was registered
    reason      text not null check (reason in ('NOT_SIGNED', 'CLOCK', 'REVOKED', 'EXPIRED', 'OWNER_LEFT', 'UNKNOWN_DEVICE', 'FORGED_TOKEN', 'SIGNED_OUT', 'OTHER_SCHOOL')),
    at          timestamptz not null,
    primary key (agency_id, id)
);
call platform.protect('emergencies.refused_attempt', 'shared', 'agency_id', 'district_id', 'A press that was refused: an attempt nobody has verified');
revoke update on emergencies.refused_attempt from dw_app;
create index refused_attempt_at on emergencies.refused_attempt (agency_id, at desc);

-- No source names a period for these either.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('REFUSED_ATTEMPT', 90, '2026-01-01', 'DELETE', 'A press that was refused: long enough to find out who tried.');
