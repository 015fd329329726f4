-- What a department agrees holds from a day to a day, one period after another: next year's terms are confirmed while this year's
-- still count, and a shift is judged by those of its own day. No two may hold on the same day.
alter table staffing.department_terms drop constraint department_terms_pkey;
alter table staffing.department_terms
    add id uuid not null default gen_random_uuid(),
    add primary key (agency_id, id),
    add constraint department_terms_one_a_day exclude using gist (agency_id with =, department_id with =, daterange(valid_from, valid_to, '[]') with &&);

-- Whose clock it is, is said with the terms.
alter table staffing.department_terms alter column zone drop default;
