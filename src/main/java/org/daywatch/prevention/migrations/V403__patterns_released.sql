-- A period that was shown never changes any more: what is written, placed or found false after it was shown counts in none.
alter table prevention.happening
    add column written_at timestamptz not null default '2000-01-01',
    add column placed_at timestamptz, -- null: it was placed when it was written, or not yet
    add column dropped_at timestamptz; -- a false alarm, as it turned out
