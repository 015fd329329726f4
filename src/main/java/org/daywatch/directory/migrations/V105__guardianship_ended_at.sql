-- When somebody ended an entry, beside the day: what is changed once an emergency has begun gives no student away by itself.
alter table directory.guardianship add column ended_at timestamptz;
