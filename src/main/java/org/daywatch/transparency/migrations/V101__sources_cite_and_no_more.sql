-- A source is a citation. That it is still to be confirmed stands in its own column and is shown as a mark beside it.
update directory.program_rule set source = 'Daywatch proposal' where source = 'Daywatch proposal; whether a class of fifty minutes is an hour is not found in the sources';
