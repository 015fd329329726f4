-- What the rooms of the school said during the exercise of a drill, in numbers; null where no roll was called.
alter table planning.drill
    add column roll_expected int check (roll_expected >= 0),
    add column roll_found int,
    add column roll_missing int,
    add column roll_unknown int,
    add column roll_rooms int,
    add column roll_answered int,
    add column roll_full_at timestamptz, -- the last of all was in somebody's sight
    add check (num_nulls(roll_expected, roll_found, roll_missing, roll_unknown, roll_rooms, roll_answered) in (0, 6)),
    add check (roll_full_at is null or roll_missing + roll_unknown = 0);
