-- Florida asks for a report on each drill, Maryland for one on each critical incident: two things, kept in two places.
update directory.program_requirement set subject = 'REPORT:ALERT_AFTER_ACTION', counts = 'REPORT:ALERT_AFTER_ACTION' where code = 'MD-SCHOOLS-REVIEW';
