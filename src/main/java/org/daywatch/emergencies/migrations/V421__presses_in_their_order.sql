-- The order in which presses came, whatever the clock was set to meanwhile.
alter table emergencies.press add column seq bigint generated always as identity;
