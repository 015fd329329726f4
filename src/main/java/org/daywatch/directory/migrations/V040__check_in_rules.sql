-- When a check-in opens, from when it is late and from when the shift is missed. Terms of the house until a programme states its own.
insert into directory.programme_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
    ('CHECK-IN-OPENS', 'CHECK_IN_OPENS_BEFORE', 'ALL', 30, 'minutes', '2020-01-01', 'Term of the house; no programme read so far states one', true,
     'An officer can check in from half an hour before his post begins'),
    ('CHECK-IN-LATE', 'CHECK_IN_LATE_AFTER', 'ALL', 5, 'minutes', '2020-01-01', 'Term of the house; no programme read so far states one', true,
     'A check-in more than five minutes after the start is late'),
    ('CHECK-IN-MISSED', 'CHECK_IN_MISSED_AFTER', 'ALL', 15, 'minutes', '2020-01-01', 'Term of the house; no programme read so far states one', true,
     'Without a check-in a quarter of an hour after the start the shift is missed and the post is offered again');
