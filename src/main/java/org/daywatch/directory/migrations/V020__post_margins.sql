-- How long before the first and after the last bell a post is manned. Ids and sources stay with every post made from them.
insert into directory.programme_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
 ('FL-POST-MARGIN-BEFORE', 'POST_MARGIN_BEFORE', 'STATE:FL', 15, 'MINUTES', '2019-07-01', 'Typical Florida school resource officer agreement (Casselberry and Seminole County, 2019 and 2021)', false, 'The officer is on campus 15 minutes before the school day begins'),
 ('FL-POST-MARGIN-AFTER', 'POST_MARGIN_AFTER', 'STATE:FL', 15, 'MINUTES', '2019-07-01', 'Typical Florida school resource officer agreement (Casselberry and Seminole County, 2019 and 2021)', false, 'The officer stays on campus until 15 minutes after the school day ends'),
 ('POST-MARGIN-BEFORE', 'POST_MARGIN_BEFORE', 'ALL', 15, 'MINUTES', '2000-01-01', 'Taken over from Florida agreements where nothing else is agreed', true, 'Without another agreement a post begins 15 minutes before the first bell'),
 ('POST-MARGIN-AFTER', 'POST_MARGIN_AFTER', 'ALL', 15, 'MINUTES', '2000-01-01', 'Taken over from Florida agreements where nothing else is agreed', true, 'Without another agreement a post ends 15 minutes after the last bell')
on conflict do nothing;

create index calendar_district on directory.calendar (district_id);
create index bell_schedule_school on directory.bell_schedule (school_id);
