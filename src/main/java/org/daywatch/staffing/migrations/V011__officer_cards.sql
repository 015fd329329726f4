-- What a department may see of its own officers without opening the agency's file: who, in what standing, how long permitted.

create table staffing.officer_card (
    agency_id        uuid not null,
    officer_id       uuid not null,
    department_id    uuid not null references platform.organization,
    full_name        text not null,
    badge            text not null,
    rank             text not null,
    state            text not null check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    permission_state text not null check (permission_state in ('NONE', 'VALID', 'SUSPENDED', 'WITHDRAWN')),
    permission_until date,
    primary key (agency_id, officer_id),
    foreign key (agency_id, officer_id) references staffing.officer
);
call platform.protect('staffing.officer_card', 'shared', 'agency_id', 'department_id', 'What a department sees of its officer: name, standing and how long he is permitted to work');
create index officer_card_department on staffing.officer_card (department_id, full_name);
create index credential_officer on staffing.credential (agency_id, officer_id);
create index school_block_officer on staffing.school_block (agency_id, officer_id);
create index hour_entry_department on staffing.hour_entry (department_id, starts_at);
create index post_open on staffing.post (agency_id, starts_at) where state in ('OPEN', 'HELD');
