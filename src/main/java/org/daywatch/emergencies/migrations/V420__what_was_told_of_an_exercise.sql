-- What was last told of an exercise that is over. Whoever hears once more that it ended, or that a room reported, tells the same only once.
alter table emergencies.alert add column outcome_told text;
grant update (outcome_told) on emergencies.alert to dw_app;
