-- The word agreed at a school that says "I am forced", as a hash.
create table emergencies.duress_word (
    agency_id   uuid not null,
    school_id   uuid not null,
    district_id uuid not null,
    word_hash   bytea not null,
    since       timestamptz not null,
    primary key (agency_id, school_id)
);
call platform.protect('emergencies.duress_word', 'shared', 'agency_id', 'district_id', 'That a school has agreed on a word for being forced');
