-- How long logs are kept. Nothing here has a source that names a period for it: to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ACTIVITY_LOG', 1826, '2026-01-01', 'DELETE', 'What officers did at schools, week by week, with its signatures: five years, so that a grant can be accounted for after its end.');

-- Lines, logs and signatures go by retention alone: it says so before it deletes, and nothing else does.
create function transparency.forgotten_only_by_retention() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('app.forgetting', true), '') = 'on' then return old; end if;
    raise exception 'only retention deletes from %', tg_table_name;
end $$;
grant delete on transparency.log_step to dw_app;
create trigger forgotten_only_by_retention before delete on transparency.activity for each row execute function transparency.forgotten_only_by_retention();
create trigger forgotten_only_by_retention before delete on transparency.weekly_log for each row execute function transparency.forgotten_only_by_retention();
create trigger forgotten_only_by_retention before delete on transparency.log_step for each row execute function transparency.forgotten_only_by_retention();
