-- An answer says when it was done and how; it may be taken back with a reason; whoever must act is told before and after it is due.
alter table emergencies.statutory_clock
    add column done_at timestamptz, -- as whoever did it says; null in answers of before
    add column how text check (how in ('IN_PERSON', 'PHONE', 'MESSAGE', 'LETTER'));
grant update (done_at, how) on emergencies.statutory_clock to dw_app;

create table emergencies.statutory_answer (
    agency_id   uuid not null,
    id          uuid not null,
    district_id uuid not null,
    event_id    uuid not null,
    code        text not null,
    said        text not null check (said in ('DONE', 'HELD_BACK', 'TAKEN_BACK')),
    how         text check (how in ('IN_PERSON', 'PHONE', 'MESSAGE', 'LETTER')),
    done_at     timestamptz,
    words       text not null,
    at          timestamptz not null,
    by_name     text not null,
    by_person   uuid not null,
    primary key (agency_id, id),
    foreign key (agency_id, event_id, code) references emergencies.statutory_clock
);
call platform.protect('emergencies.statutory_answer', 'shared', 'agency_id', 'district_id', 'Every answer to what is due by law, and each that was taken back');
call platform.append_only('emergencies.statutory_answer');
create index statutory_answer_of on emergencies.statutory_answer (event_id, code, at);

create table emergencies.statutory_notice (
    agency_id   uuid not null,
    event_id    uuid not null,
    code        text not null,
    kind        text not null check (kind in ('SOON', 'LATE')),
    district_id uuid not null,
    told_at     timestamptz not null,
    primary key (agency_id, event_id, code, kind),
    foreign key (agency_id, event_id, code) references emergencies.statutory_clock
);
call platform.protect('emergencies.statutory_notice', 'shared', 'agency_id', 'district_id', 'Who must act was told once before and once after it was due');
call platform.append_only('emergencies.statutory_notice');
create index statutory_clock_open on emergencies.statutory_clock (agency_id, due_at) where outcome is null;
