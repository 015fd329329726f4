-- An answer that is written down later than it is said to have been done says so, and one that would make a late clock an answered one waits for a second person.
alter table transparency.program_clock
    add column answered_by    uuid, -- who said so; null where Daywatch saw it itself, and for what was answered before this was kept
    add column proof          text not null default 'NONE' check (proof in ('NONE', 'WANTED', 'GIVEN')),
    add column confirmed_at   timestamptz,
    add column confirmed_name text,
    add check (proof = 'NONE' or state = 'ANSWERED'),
    add check ((proof = 'GIVEN') = (confirmed_at is not null)),
    add check ((confirmed_at is null) = (confirmed_name is null));

alter table transparency.program_clock_step drop constraint program_clock_step_step_check;
alter table transparency.program_clock_step
    add constraint program_clock_step_step_check check (step in ('STARTED', 'WARNED', 'ESCALATED', 'ANSWERED', 'CONFIRMED', 'REOPENED', 'WITHDRAWN')),
    add column said_done_at timestamptz; -- when it is said to have been done, where that is earlier than it was written
