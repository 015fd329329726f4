-- How long this room keeps what. Nothing below has a source that names a period for it: all to be confirmed by an agency's counsel.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ALERT',             1826, '2026-01-01', 'DELETE', 'What a school was told, who pressed and who ended it, with the links that were given out: five years, so that it can be explained and contested.'),
    ('INCIDENT',          1826, '2026-01-01', 'DELETE', 'The timeline of an incident with photos, claims, events of students and what was learned: as long as the alert it is about.'),
    ('REACH',             1095, '2026-01-01', 'DELETE', 'Whom an alert reached, how, and what they answered: three years, because the times in the after-action report are measured from it.'),
    ('PATH_TEST',         400,  '2026-01-01', 'DELETE', 'The weekly test of the way to devices: one school year and the summer after it.'),
    ('LANE_MESSAGE',      1,    '2026-01-01', 'DELETE', 'What the nodes tell each other of alerts; after a day everybody has heard it.'),
    ('PUSH_SUBSCRIPTION', null, '2026-01-01', 'KEEP',   'A browser that may be woken: until the person takes it back or its service says that it is gone.'),
    ('DEVICE_PLACE',      null, '2026-01-01', 'KEEP',   'Where a screen stands: until somebody names another place for it or takes it off the map.');

create index receipt_at on emergencies.receipt (agency_id, at);
