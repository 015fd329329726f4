-- Which releases of Daywatch opened this database, and when each did first. An older one that meets it again can say what it met.
create table platform.release (
    version   text primary key check (length(version) between 1 and 40),
    opened_at timestamptz not null default now()
);
call platform.exempt('platform.release', 'Which Daywatch opened the database: of the installation, of no tenant.');
grant select on platform.release to dw_app;
