-- How far the emergency plan in force meets what its state asks, as it was told: at its approval, at a review, whenever somebody checked a
-- standard. A plan whose fact tells nothing has a row without codes: not told, which is not none.
create table transparency.plan_standards (
    agency_id   uuid not null,
    plan_id     uuid not null,
    told_at     timestamptz not null,
    district_id uuid not null,
    school_id   uuid not null,
    edition     int not null,
    asked       text[],
    met         text[],
    primary key (agency_id, plan_id, told_at),
    check ((asked is null) = (met is null)),
    check (met is null or met <@ asked)
);
call platform.protect('transparency.plan_standards', 'shared', 'agency_id', 'district_id', 'Which standards of its state the emergency plan of a school was found to meet, and when');
create index plan_standards_school on transparency.plan_standards (school_id, told_at);
create policy written_by_the_agency on transparency.plan_standards as restrictive for insert to dw_app with check (agency_id = (select platform.current_tenant()));
create policy changed_by_the_agency on transparency.plan_standards as restrictive for update to dw_app using (agency_id = (select platform.current_tenant()));
create policy removed_by_the_agency on transparency.plan_standards as restrictive for delete to dw_app using (agency_id = (select platform.current_tenant()));
create trigger forgotten_only_by_retention before delete on transparency.plan_standards for each row execute function transparency.forgotten_only_by_retention();

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('PLAN_STANDARDS', 2191, '2026-11-01', 'DELETE', 'Which standards an emergency plan was found to meet: six years, as long as the papers a program demands. The last word on each school stays.');
