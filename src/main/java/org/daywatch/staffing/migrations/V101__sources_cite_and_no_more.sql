-- A source is a citation. That it is still to be confirmed stands in its own column and is shown as a mark beside it.
update staffing.cap_policy set source = replace(source, '; the figure is from memory', '') where to_confirm and source like '%; the figure is from memory';
update staffing.cap_policy set source = 'An agency’s policy, from its training cards' where source like 'Flash cards of an agency''s policy, set %';
update staffing.cap_policy set source = 'An agency’s off-duty detail policy, from the Florida police accreditation forum' where source like 'Florida police accreditation forum, reply %';
