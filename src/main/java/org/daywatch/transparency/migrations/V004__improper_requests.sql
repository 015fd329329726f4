-- First screens ask for the improper requests of the last days, whatever the size of the log.
create index activity_improper on transparency.activity (agency_id, day) where function = 'IMPROPER' and withdrawn_at is null;
create index weekly_log_state on transparency.weekly_log (agency_id, state, week);
