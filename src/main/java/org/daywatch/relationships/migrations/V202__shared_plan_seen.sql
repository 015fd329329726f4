-- Which officer has opened a shared case since its plan was last agreed to: until then their first page says that one is new. A line goes when the plan changes.
create table relationships.shared_plan_seen (
    district_id uuid not null,
    case_id     uuid not null,
    person_id   uuid not null,
    primary key (district_id, case_id, person_id),
    foreign key (district_id, case_id) references relationships.threat_case (district_id, id) on delete cascade
);
call platform.protect('relationships.shared_plan_seen', 'district', 'district_id', null, 'Which officer has opened a shared safety plan as it stands; the agency never sees this table');
