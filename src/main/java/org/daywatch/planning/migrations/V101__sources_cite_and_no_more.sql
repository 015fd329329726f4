-- A source is a citation. That it is still to be confirmed stands in its own column and is shown as a mark beside it.
update planning.plan_part_asked set source = replace(source, ', from memory', '') where to_confirm and source like '%, from memory';
update directory.program_rule set source = replace(source, ', from memory', '') where to_confirm and source like '%, from memory';
update directory.program_rule set source = 'Daywatch proposal' where source = 'Daywatch proposal; no state that asks for an after-action report was found to say by when';
