-- An agency's number is as fine as its unit is counted: hours by the quarter, a share by the tenth, everything else whole.
alter table directory.own_rule add constraint own_rule_as_fine_as_its_unit
    check (value * (case unit when 'hours' then 4 when 'percent' then 10 else 1 end) % 1 = 0);
