-- When a shift fell away, what the school was called, and the window its officer is asked about anew.

alter table staffing.shift add column closed_at timestamptz, add column school_name text not null default '';
alter table staffing.shift add column asked_starts_at timestamptz, add column asked_ends_at timestamptz;
alter table staffing.shift add constraint asked_both check ((asked_starts_at is null) = (asked_ends_at is null));
alter table staffing.shift add constraint closed_with_time check ((state in ('NO_SHOW', 'CANCELLED', 'GIVEN_BACK')) = (closed_at is not null));
create index shift_person on staffing.shift (agency_id, person_id, starts_at);
create index shift_recent on staffing.shift (agency_id, starts_at desc, id);
create index absence_shift on staffing.absence (agency_id, shift_id);
create index capacity_shift on staffing.capacity_change (agency_id, shift_id, at);
create unique index one_absence_at_a_time on staffing.absence (agency_id, shift_id) where back_at is null;
create unique index one_proposal_per_shift on staffing.trade (agency_id, shift_id) where state = 'PROPOSED';
alter table staffing.trade add column reason text not null default '';
