-- By which mail server and which gateway this installation sends, where the environment does not say it. Encrypted as a whole: it holds passwords.
create table platform.outgoing_settings (
    kind       text primary key check (kind in ('MAIL', 'TEXT')),
    content    bytea not null,
    changed_at timestamptz not null
);
call platform.exempt('platform.outgoing_settings', 'One mail server and one gateway for the whole installation, encrypted; changed by administrators of its first agency only.');
grant select, insert, update, delete on platform.outgoing_settings to dw_app;
