-- Which tips came from a state's tip line, by the line's own number: the same one never comes twice. When it came to the line, what it is about by
-- the line and in which language lies sealed by the tip's own key. Written before its tip, so that of two files at once the second waits.
create table relationships.line_tip (
    district_id uuid not null,
    line        text not null check (line <> ''),
    number      text not null check (number <> ''),
    tip_id      uuid not null,
    body        bytea not null,
    primary key (district_id, line, number),
    unique (district_id, tip_id),
    foreign key (district_id, tip_id) references relationships.tip on delete cascade deferrable initially deferred
);
call platform.protect('relationships.line_tip', 'district', 'district_id', null, 'Which tips a state''s tip line handed over, by its own number; the agency never sees this table');
