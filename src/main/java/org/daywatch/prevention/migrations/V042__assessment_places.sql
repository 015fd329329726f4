-- Where on a site plan something was found, and where a photo shows it: by a tap, or as it is marked there.
alter table prevention.assessment_answer
    add column plan_id uuid,
    add column mark_across numeric(5, 2) check (mark_across between 0 and 100), -- percent from the left edge
    add column mark_down numeric(5, 2) check (mark_down between 0 and 100),
    add check (num_nulls(plan_id, mark_across, mark_down) in (0, 3));
alter table prevention.assessment_photo
    add column plan_id uuid,
    add column mark_across numeric(5, 2) check (mark_across between 0 and 100),
    add column mark_down numeric(5, 2) check (mark_down between 0 and 100),
    add check (num_nulls(plan_id, mark_across, mark_down) in (0, 3));
