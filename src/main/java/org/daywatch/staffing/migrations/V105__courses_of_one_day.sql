-- Two courses on one day are two courses: hours of continuing training are told apart by their number. Of anything else the
-- same kind issued on the same day is the same paper, written anew.

alter table staffing.credential add column course text not null generated always as
    (case when kind = 'CONTINUING_TRAINING' then number else '' end) stored;
alter table staffing.credential drop constraint credential_agency_id_officer_id_kind_issued_on_key;
alter table staffing.credential add unique (agency_id, officer_id, kind, issued_on, course);
