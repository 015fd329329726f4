-- Where neither law nor agreement says how long before and after the bells a post is manned.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
 ('MARGIN-BEFORE', 'POST_MARGIN_BEFORE', 'ALL', 15, 'minutes', '2000-01-01', 'Taken over from Florida agreements where nothing else is agreed', true, 'Without another agreement a post begins 15 minutes before the first bell'),
 ('MARGIN-AFTER', 'POST_MARGIN_AFTER', 'ALL', 15, 'minutes', '2000-01-01', 'Taken over from Florida agreements where nothing else is agreed', true, 'Without another agreement a post ends 15 minutes after the last bell');

create index calendar_district on directory.calendar (district_id);
create index bell_schedule_school on directory.bell_schedule (school_id);
