-- What makes one lawful roster better than another. Points are our own proposal until districts and departments have agreed theirs.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-FILL-1', 'ROSTER_FILL_1', 'ALL', 20, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'A filled minute of a high-priority post: the request’s risk notes name a danger.'),
('ROSTER-FILL-2', 'ROSTER_FILL_2', 'ALL', 12, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'A filled minute of a normal-priority post.'),
('ROSTER-FILL-3', 'ROSTER_FILL_3', 'ALL', 8, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'Points for each minute of an event or one-time request that is filled.'),
('ROSTER-CORE', 'ROSTER_CORE', 'ALL', 600, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'An officer of the school''s core team works the post.'),
('ROSTER-CORE-SIZE', 'ROSTER_CORE_SIZE', 'ALL', 3, 'officers', '2000-01-01', 'Daywatch proposal: a core team of two or three', true, 'The largest size of a school''s core team: the officers who worked there most recently and most often.'),
('ROSTER-FACE', 'ROSTER_FACE', 'ALL', 400, 'points per officer and school', '2000-01-01', 'Daywatch proposal', true, 'Each additional officer at a school costs points once.'),
('ROSTER-SHARE-MOST', 'ROSTER_SHARE_MOST', 'ALL', 4, 'posts a roster', '2000-01-01', 'Daywatch proposal: nobody owns a post', true, 'The number of posts an officer may have at one school before their share costs points.'),
('ROSTER-SHARE', 'ROSTER_SHARE', 'ALL', 300, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'Each post at one school beyond an officer''s share.'),
('ROSTER-KNOWN', 'ROSTER_KNOWN', 'ALL', 15, 'points per day known', '2000-01-01', 'Daywatch proposal', true, 'Each recent day the officer worked at the school; older days count half.'),
('ROSTER-KNOWN-MOST', 'ROSTER_KNOWN_MOST', 'ALL', 20, 'days', '2000-01-01', 'Daywatch proposal', true, 'More days than these add nothing.'),
('ROSTER-FAIR-OVER', 'ROSTER_FAIR_OVER', 'ALL', 40, 'hours in four weeks', '2000-01-01', 'Daywatch proposal', true, 'In four weeks, hours worked or declined beyond this number cost points, so that work is shared.'),
('ROSTER-FAIR', 'ROSTER_FAIR', 'ALL', 1, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'Each minute above those hours.'),
('ROSTER-FAIR-FAR-OVER', 'ROSTER_FAIR_FAR_OVER', 'ALL', 80, 'hours in four weeks', '2000-01-01', 'Daywatch proposal', true, 'Hours far above those of other officers cost more points.'),
('ROSTER-FAIR-FAR', 'ROSTER_FAIR_FAR', 'ALL', 2, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'Each minute above those hours, in addition.'),
('ROSTER-WISH-SCHOOL', 'ROSTER_WISH_SCHOOL', 'ALL', 250, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A school the officer asked for.'),
('ROSTER-WISH-DAY', 'ROSTER_WISH_DAY', 'ALL', 80, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A weekday the officer asked for.'),
('ROSTER-WISH-LEVEL', 'ROSTER_WISH_LEVEL', 'ALL', 80, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A kind of school the officer asked for.'),
('ROSTER-WISH-DAYS', 'ROSTER_WISH_DAYS', 'ALL', 400, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'Each post beyond the days per week the officer asked for.'),
('ROSTER-OUTSIDE', 'ROSTER_OUTSIDE', 'ALL', 1500, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A post outside the officer’s usual week, or on a day away.'),
('ROSTER-TRAVEL-ZIP', 'ROSTER_TRAVEL_ZIP', 'ALL', 0, 'points per post', '2000-01-01', 'Daywatch proposal; coarse, since places of homes are not kept', true, 'The officer lives in the school’s ZIP code.'),
('ROSTER-TRAVEL-NEAR', 'ROSTER_TRAVEL_NEAR', 'ALL', 60, 'points per post', '2000-01-01', 'Daywatch proposal; coarse, since places of homes are not kept', true, 'The officer’s ZIP code begins with the same three digits.'),
('ROSTER-TRAVEL-FAR', 'ROSTER_TRAVEL_FAR', 'ALL', 300, 'points per post', '2000-01-01', 'Daywatch proposal; coarse, since places of homes are not kept', true, 'The officer lives farther away, or the ZIP code is unknown.'),
('ROSTER-CHANGE', 'ROSTER_CHANGE', 'ALL', 1200, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A post published for one officer that would go to another.'),
('ROSTER-MOVES', 'ROSTER_MOVES_PER_SEAT', 'ALL', 20000, 'moves per post', '2000-01-01', 'Daywatch proposal, from measured gaps', true, 'How long the schedule search runs: moves tried per post.');

-- Travel by distance where the middle of a home's ZIP code and the school's place are known; the coarse classes stay for the rest.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-TRAVEL-KM', 'ROSTER_TRAVEL_KM', 'ALL', 6, 'points per kilometer', '2000-01-01', 'Daywatch proposal', true,
 'Each kilometer from the center of the officer''s ZIP code to the school, in a straight line.');

-- How long officers may sign up for a post that is awarded, and what an award counts. Dated data like every other rule.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AWARD-AFTER', 'AWARD_AFTER', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'If posts are awarded by a method, officers may sign up for this many hours after the post was opened. Then it is awarded.'),
('AWARD-BEFORE', 'AWARD_BEFORE', 'ALL', 48, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'Sign-up ends this many hours before the post begins, at the latest. A post opened later goes to the first officer who accepts it.'),
('AWARD-DAYS', 'AWARD_DAYS', 'ALL', 28, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'An award counts the hours an officer worked or declined in this many days before the post.');

-- Giving back, asking others, supervisors: numbers a department or district agrees, dated like every other rule.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('CALL-OFF-CUTOFF', 'CALL_OFF_CUTOFF', 'ALL', 12, 'hours', '2000-01-01', 'Daywatch proposal', true,
 'Officers can give up a shift themselves until this many hours before it begins.'),
('CALL-OFF-LATE', 'CALL_OFF_LATE', 'ALL', 1, 'mode', '2000-01-01', 'Daywatch proposal', true,
 'After the cutoff: 0 only through the coordinator, 1 also if a named colleague takes the shift, 2 freely.'),
('WAVE-SIZE', 'WAVE_SIZE', 'ALL', 3, 'officers', '2000-01-01', 'Daywatch proposal', true,
 'How many officers are asked at a time when an officer is missing.'),
('WAVE-EXPIRY', 'WAVE_EXPIRY', 'ALL', 6, 'minutes', '2000-01-01', 'Daywatch proposal', true,
 'How long an officer has to answer before the next ones are asked.'),
('MISSING-BEFORE', 'MISSING_BEFORE', 'ALL', 10, 'minutes', '2000-01-01', 'Daywatch proposal', true,
 'This long before the start, an officer who has not checked in is asked whether they are coming, and a replacement search is prepared.'),
('MISSING-AFTER', 'MISSING_AFTER', 'ALL', 5, 'minutes', '2000-01-01', 'Daywatch proposal', true,
 'This long after the start without a check-in, other officers are asked. The first to accept gets the post.'),
('STANDBY-DAYS', 'STANDBY_DAYS', 'ALL', 3, 'days', '2000-01-01', 'Daywatch proposal', true,
 'How many days ahead Daywatch keeps a list of officers to ask if one is missing.'),
('SUPERVISOR-FROM', 'SUPERVISOR_FROM', 'ALL', 5, 'officers', '2000-01-01', 'Range of published department policies: five or more', true,
 'From this many officers at one place and time, one of them must be a supervisor.'),
('SUPERVISOR-PER', 'SUPERVISOR_PER', 'ALL', 4, 'officers', '2000-01-01', 'Range of published department policies: one to three or one to four', true,
 'The most officers one supervisor may lead.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-MOVES-MOST', 'ROSTER_MOVES_MOST', 'ALL', 60000000, 'moves', '2000-01-01', 'Daywatch proposal, from measured gaps', true, 'The schedule search stops after this many moves, no matter how many posts there are.');
