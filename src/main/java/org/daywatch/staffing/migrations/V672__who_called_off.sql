-- Who called off is not asked again: for that post, and when sick for the whole day, until they take it back.
-- Of a sickness nothing is kept but the day and that it kept the officer from work.

create table staffing.call_off (
    agency_id     uuid not null,
    shift_id      uuid not null,
    officer_id    uuid not null,
    post_id       uuid not null,
    day           date not null,
    sick          boolean not null,
    called_off_at timestamptz not null,
    withdrawn_at  timestamptz, -- fit again, or coming after all
    primary key (agency_id, shift_id),
    foreign key (agency_id, officer_id) references staffing.officer
);
create index call_off_officer on staffing.call_off (agency_id, officer_id) where withdrawn_at is null;
call platform.protect('staffing.call_off', 'agency', 'agency_id', null, 'That an officer called off a post, or the whole day because they are sick, until they take it back');
