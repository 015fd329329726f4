-- Under force somebody may be made to release a room or to tell the school something less, not only to say that it is over: one row for each act.
alter table emergencies.duress
    add column version int not null default 0, -- the version of the alert that says so; 0 in rows from before
    add column shows text check (shows in ('AlertChanged', 'AlertChangeProposed', 'RoomReleased', 'AlertEndProposed', 'AlertEnded', 'FalseAlarmFound', 'BuildingEmptied', 'ReunificationBegun')),
    add column by_name text not null default '', -- as his screen names those who did it
    add column action text,
    add column detail text not null default '',
    add column why text not null default '',
    add column room_id uuid,
    alter column how drop not null,
    drop constraint duress_pkey,
    add primary key (agency_id, alert_id, person_id, version);

-- A lockdown makes way for something less only when two say so.
alter table emergencies.alert drop constraint alert_word_how_check;
alter table emergencies.alert
    add column word_action text check (word_action in ('HOLD', 'SECURE', 'EVACUATE', 'SHELTER')),
    add column word_detail text,
    add column word_why text,
    add constraint alert_word_how_check check (word_how in ('ALL_CLEAR', 'FALSE_ALARM', 'INSTEAD')),
    add constraint alert_word_instead_check check (num_nulls(word_action, word_detail, word_why) = case when word_how = 'INSTEAD' then 0 else 3 end);
grant update (word_action, word_detail, word_why) on emergencies.alert to dw_app;

-- What the first of two wants the school told instead; the action of the row is what it is told still.
alter table emergencies.alert_change add column proposes text;
