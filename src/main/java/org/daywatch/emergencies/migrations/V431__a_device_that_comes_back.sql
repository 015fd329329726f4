insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('LINK-VISIT-PAUSE', 'LINK_VISIT_PAUSE', 'ALL', 30, 'minutes', '2000-01-01', null, 'Daywatch proposal', true, 'A device that opens a link for responders again after so long opens it anew, and whoever owns the sealed plans is told.');
