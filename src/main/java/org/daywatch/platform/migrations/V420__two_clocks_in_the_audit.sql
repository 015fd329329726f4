-- The time of day in a line is the application's. Beside it stand the database's own clock, and a clock that only counts on and that nobody sets:
-- of two lines of one run, the difference of the second says how much time really passed, whatever the first was set to. Lines of earlier
-- releases have neither and keep the hash they were written with.
alter table platform.audit_line
    add column database_at timestamptz,
    add column run_id uuid, -- of the application that wrote it, anew at each start
    add column steady_us bigint; -- microseconds of that run's clock, from a beginning of its own
alter table platform.audit_line add constraint audit_line_clocks check (num_nulls(database_at, run_id, steady_us) in (0, 3)) not valid;
