-- A part of the school is seen on a round, so that the walk is counted as one.
alter table prevention.patrol_stop add column round_id uuid;
create index patrol_stop_round on prevention.patrol_stop (round_id) where round_id is not null;
