-- Whom the exercise of a planned drill reaches, as its school's drill plan said when it began; null is everybody in every way.
alter table emergencies.drill_exercise
    add column people text[],
    add column ways text[],
    add check ((people is null) = (ways is null));
