-- Messages of other agencies (weather, a neighboring department), taken in as information for schools. They raise no alert.
create table emergencies.cap_source (
    district_id uuid not null,
    id          uuid not null,
    name        text not null check (length(name) between 2 and 80),
    sign_key    bytea not null, -- encrypted (platform/cipher); shown once
    made_by     uuid not null,
    made_name   text not null,
    made_at     timestamptz not null,
    stopped_at  timestamptz,
    primary key (district_id, id)
);
call platform.protect('emergencies.cap_source', 'district', 'district_id', null, 'Who may send notices of another agency to a district, signed');
revoke update, delete on emergencies.cap_source from dw_app;
grant update (stopped_at, sign_key) on emergencies.cap_source to dw_app;

create table emergencies.cap_notice (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    source_id     uuid, -- null: taken in by hand
    source_name   text not null, -- of the sender's key, or of whoever took it in
    identifier    text not null,
    sender        text not null,
    sent          timestamptz not null,
    status        text not null check (status in ('Actual', 'Exercise', 'Test')),
    msg_type      text not null check (msg_type in ('Alert', 'Update', 'Cancel')),
    refers_to     text[] not null, -- sender,identifier,sent of earlier messages, sent in UTC
    expires_at    timestamptz not null,
    schools       uuid[] not null, -- those it concerns, or may concern
    message       bytea not null check (length(message) <= 262144), -- as it came
    received_at   timestamptz not null,
    received_by   uuid,
    primary key (agency_id, id),
    unique (agency_id, district_id, sender, identifier, sent)
);
call platform.protect('emergencies.cap_notice', 'shared', 'agency_id', 'district_id', 'A message of another agency, as information for schools');
call platform.append_only('emergencies.cap_notice');
create index cap_notice_until on emergencies.cap_notice (district_id, expires_at);
grant delete on emergencies.cap_notice to dw_app; -- forgetting only; a notice is never changed

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('CAP_NOTICE', 400, '2026-01-01', 'DELETE', 'What other agencies told the schools: one school year and the summer after it.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('CAP-LASTS', 'CAP_LASTS', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'A notice of another agency that does not say when it ends is shown for so long.'),
('CAP-SKEW', 'CAP_SKEW', 'ALL', 300, 'seconds', '2000-01-01', null, 'Daywatch proposal', true, 'A signed notice of another agency is taken when its time is at most so far from ours.');
