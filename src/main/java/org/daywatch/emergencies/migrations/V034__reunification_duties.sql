-- Who does which step; why it began; cards of paper; what the agency may know of it; when everybody was accounted for.
alter table emergencies.reunion_duty drop constraint reunion_duty_duty_check;
alter table emergencies.reunion_duty add constraint reunion_duty_duty_check
    check (duty in ('LEAD', 'GREETER', 'CHECKER', 'RUNNER', 'REUNIFIER', 'ACCOUNTANT', 'ASSEMBLY', 'VICTIM_ADVOCATE'));
alter table emergencies.reunion_student drop constraint reunion_student_place_check;
alter table emergencies.reunion_student add constraint reunion_student_place_check
    check (place in ('ASSEMBLY', 'MISSING', 'MEDICAL', 'ABSENT', 'RELEASED', 'DROVE', 'BACK'));
alter table emergencies.reunification add column why text not null default ''; -- without an evacuation before it
alter table emergencies.pickup
    add column on_paper boolean not null default false,
    add column custody text check (custody in ('MAY_COLLECT', 'CONTESTED', 'FORBIDDEN', 'NOT_TODAY', 'NOT_ON_LIST')); -- as the list answered when it was checked

-- What the agency and its officers see: numbers.
create table emergencies.reunion_count (
    agency_id uuid not null, id uuid not null, district_id uuid not null, school_id uuid not null, alert_id uuid, status text not null,
    students int not null, waiting int not null, medical int not null, missing int not null, released int not null,
    begun_at timestamptz not null, closed_at timestamptz,
    primary key (agency_id, id),
    check (students >= waiting and waiting >= medical + missing)
);
call platform.protect('emergencies.reunion_count', 'shared', 'agency_id', 'district_id', 'The numbers of a reunification, without a name');
create index reunion_count_alert on emergencies.reunion_count (alert_id);

alter table emergencies.roll_count add column full_at timestamptz; -- the last of all was in somebody's sight; null while one is unknown or missing
