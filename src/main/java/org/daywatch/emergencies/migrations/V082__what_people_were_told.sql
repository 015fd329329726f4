-- The version of an alert that last told people what to do: screens sound for it, and for what only became of the alert they do not.
alter table emergencies.alert add column told int not null default 1 check (told between 1 and version);
update emergencies.alert a set told = c.told
    from (select agency_id, alert_id, max(version) as told from emergencies.alert_change where kind in ('AlertRaised', 'AlertChanged') group by 1, 2) c
    where c.agency_id = a.agency_id and c.alert_id = a.id;
grant update (told) on emergencies.alert to dw_app;
