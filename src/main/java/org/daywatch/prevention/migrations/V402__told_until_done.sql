-- Until when what protects for the time being holds; null: until it is mended.
alter table prevention.finding
    add column interim_until date,
    add column told_interim_at timestamptz, -- that it has ended
    add column told_verify_at timestamptz, -- those who may look were told that it waits for them
    add check (interim_until is null or interim <> '');
comment on column prevention.finding.told_late_at is 'The last time it was told; told again after FINDING_AGAIN days';
