-- Lines of which the day matters and not the minutes (drills, meetings, agreements, sweeps, audits) are a few among thousands: meters of all schools ask for them at once.
create index activity_of_a_day on transparency.activity (school_id, day)
    where withdrawn_at is null and subject <> '' and subject <> 'ON_CAMPUS' and subject not like 'LRE:%';
-- Weeks with paid time, without reading the lines themselves.
create index activity_on_post on transparency.activity (school_id, officer_id, day) where withdrawn_at is null and kind in ('ON_POST', 'OFF_CAMPUS');
