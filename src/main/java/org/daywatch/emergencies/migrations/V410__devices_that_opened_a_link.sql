-- Of how many openings of a link the owner of the sealed plans has heard, and when last: each further device is told, at most once a minute.
alter table emergencies.responder_link add column told_openings integer not null default 0 check (told_openings >= 0);
alter table emergencies.responder_link add column told_at timestamptz;
grant update (told_openings, told_at) on emergencies.responder_link to dw_app;
