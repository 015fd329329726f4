-- A picture that came with a tip or with words in its thread, sealed by the tip's key and all of one length, so that none tells what it
-- shows. Whose it is: the tip's own number, or that of the message. No time, no name of a file.
create table relationships.tip_picture (
    district_id uuid not null,
    said_id     uuid not null,
    tip_id      uuid not null,
    body        bytea not null check (octet_length(body) = 48536),
    primary key (district_id, said_id),
    foreign key (district_id, tip_id) references relationships.tip on delete cascade
);
create index tip_picture_tip on relationships.tip_picture (district_id, tip_id);
call platform.protect('relationships.tip_picture', 'district', 'district_id', null, 'Pictures of a tip''s thread, sealed; the agency never sees this table');
