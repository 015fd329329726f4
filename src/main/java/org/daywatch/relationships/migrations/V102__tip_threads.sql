-- Where a receipt leads. Whoever types one is nobody yet, so nobody is bound before it is read. The mark is made of the receipt by
-- a key that lies in no row; a thread that was closed has none any more.
create table relationships.tip_receipt (
    mark        bytea primary key check (octet_length(mark) = 16),
    district_id uuid not null,
    tip_id      uuid not null,
    foreign key (district_id, tip_id) references relationships.tip on delete cascade
);
call platform.exempt('relationships.tip_receipt', 'The keyed mark of a receipt leads to its district and its tip and says nothing else; a writer has no account. Goes with the tip.');
grant select, insert, delete on relationships.tip_receipt to dw_app;
create index tip_receipt_tip on relationships.tip_receipt (district_id, tip_id);

-- What is said between the writer and those who read the tip: the order within the thread and the day, no time.
create table relationships.tip_message (
    district_id uuid not null,
    id          uuid not null,
    tip_id      uuid not null,
    position    integer not null check (position > 0),
    day         date not null,
    from_writer boolean not null,
    role        text check (role in ('TIP_ANALYST', 'COUNSELOR', 'PRINCIPAL', 'OFFICER', 'POLICE_RECEIVER')),
    body        bytea not null,
    primary key (district_id, id),
    unique (district_id, tip_id, position),
    check (from_writer = (role is null)),
    foreign key (district_id, tip_id) references relationships.tip on delete cascade
);
call platform.protect('relationships.tip_message', 'district', 'district_id', null, 'What the writer of a tip and those who read it say to each other, sealed; the agency never sees this table');

-- Which roles have opened a tip. The writer reads it; a person stands nowhere.
create table relationships.tip_opening (
    district_id uuid not null,
    tip_id      uuid not null,
    role        text not null check (role in ('TIP_ANALYST', 'COUNSELOR', 'PRINCIPAL', 'OFFICER', 'POLICE_RECEIVER')),
    primary key (district_id, tip_id, role),
    foreign key (district_id, tip_id) references relationships.tip on delete cascade
);
call platform.protect('relationships.tip_opening', 'district', 'district_id', null, 'Which roles have opened a tip; the agency never sees this table');
