-- Runs after the numbered files, again whenever this list has changed: it names tables of all of them.
-- What is append-only, or never taken away by a person, may go by retention alone: it says so before it deletes, and nothing else does.
create or replace function emergencies.forgotten_only_by_retention() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('app.forgetting', true), '') = 'on' then return old; end if;
    raise exception 'only retention deletes from %', tg_table_name;
end $$;
do $$
declare t text;
begin
    foreach t in array array['alert', 'press', 'alert_change', 'room_release', 'duress', 'responder_link', 'responder_opening', 'incident', 'incident_entry',
            'incident_photo', 'caller_claim', 'tip', 'tip_group', 'student_event', 'statutory_clock', 'statutory_answer', 'statutory_notice', 'improvement', 'receipt',
            'device_key', 'press_hook', 'webhook_delivery', 'dispatch_taken', 'cap_notice', 'roll_report', 'roll_statement', 'pickup_step'] loop
        execute format('grant delete on emergencies.%I to dw_app', t);
        execute format('drop trigger if exists forgotten_only_by_retention on emergencies.%I', t);
        execute format('create trigger forgotten_only_by_retention before delete on emergencies.%I for each row execute function emergencies.forgotten_only_by_retention()', t);
    end loop;
end $$;
