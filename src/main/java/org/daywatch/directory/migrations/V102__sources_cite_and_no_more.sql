-- A source is a citation. That it is still to be confirmed stands in its own column and is shown as a mark beside it.
update directory.program_rule set source = replace(source, ', from memory', '') where to_confirm and source like '%, from memory';
update directory.program_rule set source = replace(source, '; that it is yearly is from memory', '') where to_confirm and source like '%; that it is yearly is from memory';
update directory.program_rule set source = regexp_replace(source, '; (the day from which it binds|that a fire drill counts|which drills count as secured in the building).* to be confirmed$', '')
    where to_confirm and source like '%to be confirmed';
update directory.program_rule set source = replace(source, 'report as told by', 'report, as reported by') where source like '%report as told by%';
update directory.program_rule set source = replace(source, '; one city page speaks of 90', '') where to_confirm and source like '%; one city page speaks of 90';
update directory.program_rule set source = 'Daywatch proposal: preparation is not counted' where source = 'Not found whether preparation counts; Daywatch does not count it';
update directory.program_rule set source = 'Daywatch proposal: signed by the Sunday of the week' where source = 'Not found by when both sign; Daywatch takes the Sunday of the week';
update directory.program_rule set source = 'Daywatch proposal' where source = 'Daywatch proposal; coarse, since places of homes are not kept';
