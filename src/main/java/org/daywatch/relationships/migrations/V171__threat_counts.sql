-- How many assessments there were in each school year, as sums of each school. Sealed, and padded: no number can be read from the row. No
-- row for a case, and no group of a student in any other.
create table relationships.threat_count (
    district_id   uuid not null,
    running_from  date not null, -- the first day of the school year that is being counted
    counted_until date not null,
    body          bytea, -- sums of each year and school, sealed
    primary key (district_id),
    check (counted_until >= running_from)
);
call platform.protect('relationships.threat_count', 'district', 'district_id', null, 'How many assessments there were, in sealed sums; the agency never sees this table');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('THREAT-COUNT-LEAST', 'THREAT_COUNT_LEAST', 'ALL', 11, 'assessments', '2000-01-01', null, 'Daywatch proposal', true, 'Fewer assessments than this are shown in no count.');
