-- A lockdown that is pressed again while rooms are let out holds for all of them, and each is let out once more.
alter table emergencies.room_release drop constraint room_release_pkey;
alter table emergencies.room_release add primary key (agency_id, alert_id, room_id, at);
