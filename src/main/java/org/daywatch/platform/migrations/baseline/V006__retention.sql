-- How long each kind of record is kept. The rules themselves lie with the rooms whose records they are about.

-- How long which kind of record is kept: dated, with the reason, the same for every tenant.
create table platform.retention_rule (
    kind       text not null,
    keep_days  int, -- null: kept without limit
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    action     text not null check (action in ('DELETE', 'SHRED', 'KEEP')), -- SHRED: the row stays, the sensitive part goes
    reason     text not null,
    to_confirm boolean not null default true, -- set by us as a sensible start; an agency's counsel has the last word
    primary key (kind, valid_from)
);
call platform.exempt('platform.retention_rule', 'How long each kind of record is kept; the same published text for every tenant.');
grant select on platform.retention_rule to dw_app, dw_signin;
