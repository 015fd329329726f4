-- Two clicks at the same moment ask for one roster.

update staffing.roster r set state = 'FAILED', ended_at = now(), problem_words = 'asked for twice at the same moment'
    where state in ('QUEUED', 'RUNNING') and exists (select from staffing.roster o where o.agency_id = r.agency_id and o.from_day = r.from_day and o.to_day = r.to_day
        and o.state in ('QUEUED', 'RUNNING') and (o.asked_at, o.id) < (r.asked_at, r.id));
create unique index one_roster_at_a_time on staffing.roster (agency_id, from_day, to_day) where state in ('QUEUED', 'RUNNING');
