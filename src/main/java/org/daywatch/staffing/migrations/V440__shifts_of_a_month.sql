-- A month's worked shifts of one district, for the room that bills them.
create index shift_worked on staffing.shift (agency_id, district_id, starts_at) where state = 'ENDED';
