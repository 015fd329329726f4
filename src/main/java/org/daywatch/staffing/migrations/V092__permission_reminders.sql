-- Each warning that a work permission ends is given once: so many days before which last day.

create table staffing.permission_reminder (
    agency_id  uuid not null,
    officer_id uuid not null,
    last_day   date not null,
    days_ahead int not null,
    told_at    timestamptz not null,
    primary key (agency_id, officer_id, last_day, days_ahead),
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.permission_reminder', 'agency', 'agency_id', null, 'That an officer and his department were warned of the end of his permission');
