-- The ledger reads shifts by post and absences by shift, for agency and district alike, so without the agency in front.
create index shift_of_post on staffing.shift (post_id);
create index absence_of_shift on staffing.absence (shift_id);
