-- What did not fit about a check-in, written as "KIND found allowed" and divided by semicolons; empty: nothing.
alter table staffing.shift add column check_in_doubts text not null default ''
    check (check_in_doubts ~ '^((VAGUE|STALE|TOO_EXACT|REPEATED|ELSEWHERE|TOO_FAST) [0-9]+ [0-9]+(;|$))*$');
create index shift_doubted on staffing.shift (agency_id, starts_at) where check_in_doubts <> '';
