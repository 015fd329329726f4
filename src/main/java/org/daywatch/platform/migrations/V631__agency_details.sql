-- What an agency says of itself: how late it is at its desk, where it is and how it is reached, and its mark on paper.
create table platform.agency_details (
    org_id    uuid primary key references platform.organization,
    zone      text not null check (length(zone) between 3 and 60),
    address   text not null default '' check (length(address) <= 300),
    telephone text not null default '' check (length(telephone) <= 40),
    logo      bytea check (length(logo) <= 8388608),
    logo_type text check (logo_type in ('image/png', 'image/jpeg')),
    version   int not null default 0,
    check ((logo is null) = (logo_type is null))
);
call platform.protect('platform.agency_details', 'agency', 'org_id', null, 'What an agency says of itself: zone, address, telephone, logo');
