-- What one student needs in an emergency, in a sentence for the adult beside him. Read during an alert or by its writer, never otherwise.

create table directory.assistance_note (
    district_id uuid not null, id uuid not null, student_id uuid not null,
    words       text not null check (length(words) between 5 and 400),
    written_by  uuid not null, written_at timestamptz not null,
    ended_at    timestamptz check (ended_at >= written_at),
    primary key (district_id, id),
    foreign key (district_id, student_id) references directory.roster_person
);
call platform.protect('directory.assistance_note', 'district', 'district_id', null, 'What a student needs in an emergency; every reading is audited');
create unique index one_note_per_student on directory.assistance_note (district_id, student_id) where ended_at is null;

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ASSISTANCE_NOTE', 30, '2026-01-01', 'DELETE', 'A note that has been replaced or taken back is of no use to anybody.');
