-- How long officers may sign up for a post that is awarded, and what an award counts. Dated data like every other rule.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AWARD-AFTER', 'AWARD_AFTER', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'Where posts are awarded by a method, officers may sign up for so many hours after the post was opened; then it is awarded.'),
('AWARD-BEFORE', 'AWARD_BEFORE', 'ALL', 48, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'Signing up ends at the latest so many hours before the post begins; a post opened later than that is taken by whoever accepts first.'),
('AWARD-DAYS', 'AWARD_DAYS', 'ALL', 28, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'An award counts the hours an officer had, or declined, in so many days before the post.'),
('AWARD-KNOWN-DAY', 'AWARD_KNOWN_DAY', 'ALL', 10, 'points', '2000-01-01', null, 'Daywatch proposal', true,
 'Optimized awards: points for each day, at most ten, on which the officer stood at that school in the last 120 days.'),
('AWARD-HOUR', 'AWARD_HOUR', 'ALL', 2, 'points', '2000-01-01', null, 'Daywatch proposal', true,
 'Optimized awards: points taken off for each full hour the officer had or declined in the days counted.'),
('AWARD-WISH', 'AWARD_WISH', 'ALL', 15, 'points', '2000-01-01', null, 'Daywatch proposal', true,
 'Optimized awards: points for each wish of the officer that the post would grant: school, level, weekday.');
