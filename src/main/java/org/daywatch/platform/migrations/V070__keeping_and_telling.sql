-- How long which kind of record is kept: dated, with the reason, the same for every tenant.
create table platform.retention_rule (
    kind       text not null,
    keep_days  int,             -- null: kept without limit
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    action     text not null check (action in ('DELETE', 'SHRED', 'KEEP')), -- SHRED: the row stays, the sensitive part goes
    reason     text not null,
    to_confirm boolean not null default true, -- set by us as a sensible start; an agency's counsel has the last word
    primary key (kind, valid_from)
);
call platform.exempt('platform.retention_rule', 'How long each kind of record is kept; the same published text for every tenant.');
grant select on platform.retention_rule to dw_app, dw_signin;
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('LIVE_EVENT',         2,    '2026-01-01', 'DELETE', 'Doorbells of open screens; a screen away for longer loads afresh.'),
    ('SUBMITTED_FORM',     30,   '2026-01-01', 'DELETE', 'Recognizes a form sent twice; nobody sends a form a month later.'),
    ('MESSAGE',            400,  '2026-01-01', 'DELETE', 'Proof that a person was told: one school year and the summer after it.'),
    ('FACT_RELAY',         30,   '2026-01-01', 'DELETE', 'Facts that every room has heard; the audit line of each stays.'),
    ('SESSION',            90,   '2026-01-01', 'DELETE', 'Ended sessions: long enough to look into a stolen phone.'),
    ('ONE_TIME_CODE',      90,   '2026-01-01', 'DELETE', 'Codes used or expired; only their hash was ever stored.'),
    ('CHECK_IN_POSITION',  90,   '2026-01-01', 'SHRED',  'Where an officer''s phone was at the punch; the proof that it was near enough stays.'),
    ('AUDIT_LINE',         null, '2026-01-01', 'KEEP',   'The record of who did what; a line cannot be taken out of the chain without breaking it.');

grant delete on platform.one_time_code to dw_signin;
grant delete on platform.submitted_form, platform.live_event to dw_app;
create index live_event_at on platform.live_event (tenant_id, at);
create index audit_line_at on platform.audit_line (tenant_id, at desc);
