-- An agency sets not only the number of a demand but also how it is counted and by what it is proved, from a day on; null: as shipped.
alter table directory.own_rule
    add column counting text,
    add column evidence text,
    add column detail   text, -- BY_DATE: month and day; FIRST_SCHOOL_DAYS: how many
    add constraint own_rule_read_as_a_whole check (num_nulls(counting, evidence, detail) in (0, 3));
