-- A school's day once it is over: its minutes, kept, so that a quarter is a sum and not a recount.
-- No row means that nothing was required or the day is not over; that is not the same as zero uncovered minutes.
create table staffing.coverage_day (
    agency_id         uuid not null,
    district_id       uuid not null,
    school_id         uuid not null,
    day               date not null,
    posts             int not null check (posts > 0),
    filled            int not null check (filled between 0 and posts),
    required_minutes  int not null,
    covered_minutes   int not null check (covered_minutes >= 0),
    uncovered_minutes int not null check (uncovered_minutes >= 0),
    gaps              int not null check (gaps >= 0),
    closed_at         timestamptz not null,   -- or counted again, when a punch was corrected
    primary key (agency_id, school_id, day),
    check (required_minutes = covered_minutes + uncovered_minutes),
    foreign key (agency_id, school_id) references directory.school
);
call platform.protect('staffing.coverage_day', 'shared', 'agency_id', 'district_id', 'A school''s day once it is over: minutes required, covered and uncovered');
create index coverage_day_day on staffing.coverage_day (agency_id, day);
create index coverage_day_district on staffing.coverage_day (district_id, day);
create index coverage_gap_district on staffing.coverage_gap (district_id, day);
create index post_over on staffing.post (agency_id, ends_at) where state <> 'CANCELLED';
