-- A source is a citation. That it is still to be confirmed stands in its own column and is shown as a mark beside it.
update directory.program_rule set source = replace(source, ', from memory', '') where to_confirm and source like '%, from memory';
update directory.program_rule set source = replace(source, '; first day from memory', '') where to_confirm and source like '%; first day from memory';
