-- A fact that waits is kept under its listener's name, with the package. Listeners that moved since 0.1.0 still get what waits for them.
update platform.event_publication
set listener_id = replace(replace(replace(listener_id,
        'org.daywatch.prevention.findings.telling.', 'org.daywatch.prevention.findings.reminders.'),
        'org.daywatch.transparency.activitylog.hearing.', 'org.daywatch.transparency.activitylog.assembly.'),
        'org.daywatch.transparency.programs.clocks.starting.', 'org.daywatch.transparency.programs.clocks.triggers.')
where completion_date is null
  and (listener_id like 'org.daywatch.prevention.findings.telling.%'
    or listener_id like 'org.daywatch.transparency.activitylog.hearing.%'
    or listener_id like 'org.daywatch.transparency.programs.clocks.starting.%');
