-- What tips led to, as sums of each school, counted once a week in one write for the whole district. Sealed, and padded: neither which
-- outcome a tip had nor how many there were can be read from the row, and the row changes at no act. No row for a tip.
create table relationships.tip_board (
    district_id   uuid not null,
    counted_from  date not null check (extract(isodow from counted_from) = 1),
    counted_until date not null check (extract(isodow from counted_until) = 1),
    body          bytea, -- sums of each school, sealed; null before the first week is over
    primary key (district_id),
    check (counted_until >= counted_from)
);
call platform.protect('relationships.tip_board', 'district', 'district_id', null, 'What tips led to, in sealed sums; the agency never sees this table');
