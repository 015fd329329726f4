-- What makes one lawful roster better than another. Points are our own proposal until districts and departments have agreed theirs.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-FILL-1', 'ROSTER_FILL_1', 'ALL', 20, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'A filled minute of a post of first priority: a request whose risk notes name a danger.'),
('ROSTER-FILL-2', 'ROSTER_FILL_2', 'ALL', 12, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'A filled minute of a post of ordinary priority.'),
('ROSTER-FILL-3', 'ROSTER_FILL_3', 'ALL', 8, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'A filled minute of an event or a single request.'),
('ROSTER-CORE', 'ROSTER_CORE', 'ALL', 600, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'Somebody of the school''s core team stands there.'),
('ROSTER-CORE-SIZE', 'ROSTER_CORE_SIZE', 'ALL', 3, 'officers', '2000-01-01', 'Daywatch proposal: a core team of two or three', true, 'So many officers at most are a school''s core team: those who stood there most of late.'),
('ROSTER-FACE', 'ROSTER_FACE', 'ALL', 400, 'points per officer and school', '2000-01-01', 'Daywatch proposal', true, 'Each further face at a school costs once.'),
('ROSTER-SHARE-MOST', 'ROSTER_SHARE_MOST', 'ALL', 4, 'posts a roster', '2000-01-01', 'Daywatch proposal: nobody owns a post', true, 'So many posts of one school an officer may have before their share costs points.'),
('ROSTER-SHARE', 'ROSTER_SHARE', 'ALL', 300, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'Each post of one school beyond an officer''s share.'),
('ROSTER-KNOWN', 'ROSTER_KNOWN', 'ALL', 15, 'points per day known', '2000-01-01', 'Daywatch proposal', true, 'Each day of late that an officer stood at the school, older days half.'),
('ROSTER-KNOWN-MOST', 'ROSTER_KNOWN_MOST', 'ALL', 20, 'days', '2000-01-01', 'Daywatch proposal', true, 'More days than these add nothing.'),
('ROSTER-FAIR-OVER', 'ROSTER_FAIR_OVER', 'ALL', 40, 'hours in four weeks', '2000-01-01', 'Daywatch proposal', true, 'Hours worked and declined in four weeks above these cost, so that work comes round.'),
('ROSTER-FAIR', 'ROSTER_FAIR', 'ALL', 1, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'Each minute above them.'),
('ROSTER-FAIR-FAR-OVER', 'ROSTER_FAIR_FAR_OVER', 'ALL', 80, 'hours in four weeks', '2000-01-01', 'Daywatch proposal', true, 'Hours far above the others cost more.'),
('ROSTER-FAIR-FAR', 'ROSTER_FAIR_FAR', 'ALL', 2, 'points per minute', '2000-01-01', 'Daywatch proposal', true, 'Each minute above those, in addition.'),
('ROSTER-WISH-SCHOOL', 'ROSTER_WISH_SCHOOL', 'ALL', 250, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A school the officer wished for.'),
('ROSTER-WISH-DAY', 'ROSTER_WISH_DAY', 'ALL', 80, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A weekday the officer asked for.'),
('ROSTER-WISH-LEVEL', 'ROSTER_WISH_LEVEL', 'ALL', 80, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A kind of school the officer asked for.'),
('ROSTER-WISH-DAYS', 'ROSTER_WISH_DAYS', 'ALL', 400, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'Each post beyond the days a week the officer asked for.'),
('ROSTER-OUTSIDE', 'ROSTER_OUTSIDE', 'ALL', 1500, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A post outside the officer’s usual week, or on a day away.'),
('ROSTER-TRAVEL-ZIP', 'ROSTER_TRAVEL_ZIP', 'ALL', 0, 'points per post', '2000-01-01', 'Daywatch proposal; coarse, since places of homes are not kept', true, 'The officer lives in the school’s ZIP code.'),
('ROSTER-TRAVEL-NEAR', 'ROSTER_TRAVEL_NEAR', 'ALL', 60, 'points per post', '2000-01-01', 'Daywatch proposal; coarse, since places of homes are not kept', true, 'The officer’s ZIP code begins with the same three digits.'),
('ROSTER-TRAVEL-FAR', 'ROSTER_TRAVEL_FAR', 'ALL', 300, 'points per post', '2000-01-01', 'Daywatch proposal; coarse, since places of homes are not kept', true, 'The officer lives farther away, or it is unknown where.'),
('ROSTER-CHANGE', 'ROSTER_CHANGE', 'ALL', 1200, 'points per post', '2000-01-01', 'Daywatch proposal', true, 'A post that was published for somebody and would go to another.'),
('ROSTER-MOVES', 'ROSTER_MOVES_PER_SEAT', 'ALL', 20000, 'moves per post', '2000-01-01', 'Daywatch proposal, from measured gaps', true, 'How long a roster is searched for: moves tried for each post.');

-- Travel by distance where the middle of a home's ZIP code and the school's place are known; the coarse classes stay for the rest.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-TRAVEL-KM', 'ROSTER_TRAVEL_KM', 'ALL', 6, 'points per kilometer', '2000-01-01', 'Daywatch proposal', true,
 'Each kilometer from the middle of the officer''s ZIP code to the school, as the crow flies.');

-- How long officers may sign up for a post that is awarded, and what an award counts. Dated data like every other rule.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AWARD-AFTER', 'AWARD_AFTER', 'ALL', 24, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'Where posts are awarded by a method, officers may sign up for so many hours after the post was opened; then it is awarded.'),
('AWARD-BEFORE', 'AWARD_BEFORE', 'ALL', 48, 'hours', '2000-01-01', null, 'Daywatch proposal', true,
 'Signing up ends at the latest so many hours before the post begins; a post opened later than that is taken by whoever accepts first.'),
('AWARD-DAYS', 'AWARD_DAYS', 'ALL', 28, 'days', '2000-01-01', null, 'Daywatch proposal', true,
 'An award counts the hours an officer had, or declined, in so many days before the post.');

-- Giving back, asking others, supervisors: numbers a department or district agrees, dated like every other rule.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('CALL-OFF-CUTOFF', 'CALL_OFF_CUTOFF', 'ALL', 12, 'hours', '2000-01-01', 'Daywatch proposal', true,
 'Until so many hours before it begins officers can give a shift back themselves.'),
('CALL-OFF-LATE', 'CALL_OFF_LATE', 'ALL', 1, 'mode', '2000-01-01', 'Daywatch proposal', true,
 'After the cut-off: 0 through the coordinator only, 1 also when a named colleague takes the shift, 2 freely.'),
('WAVE-SIZE', 'WAVE_SIZE', 'ALL', 3, 'officers', '2000-01-01', 'Daywatch proposal', true,
 'So many officers are asked at a time when somebody is missing.'),
('WAVE-EXPIRY', 'WAVE_EXPIRY', 'ALL', 6, 'minutes', '2000-01-01', 'Daywatch proposal', true,
 'So long an officer who is asked has to answer; then the next ones are asked.'),
('MISSING-BEFORE', 'MISSING_BEFORE', 'ALL', 10, 'minutes', '2000-01-01', 'Daywatch proposal', true,
 'An officer who has not checked in so long before the start is asked whether they are coming, and the search for a replacement is prepared.'),
('MISSING-AFTER', 'MISSING_AFTER', 'ALL', 5, 'minutes', '2000-01-01', 'Daywatch proposal', true,
 'An officer who has not checked in so long after the start: others are asked, and the first to accept gets the post.'),
('STANDBY-DAYS', 'STANDBY_DAYS', 'ALL', 3, 'days', '2000-01-01', 'Daywatch proposal', true,
 'For the shifts of so many days it is kept ready who would be asked if somebody is missing.'),
('SUPERVISOR-FROM', 'SUPERVISOR_FROM', 'ALL', 5, 'officers', '2000-01-01', 'Range of published department policies: five or more', true,
 'From so many officers at one place and time on a supervisor is among them.'),
('SUPERVISOR-PER', 'SUPERVISOR_PER', 'ALL', 4, 'officers', '2000-01-01', 'Range of published department policies: one to three or one to four', true,
 'Each supervisor leads at most so many officers.');

insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
('ROSTER-MOVES-MOST', 'ROSTER_MOVES_MOST', 'ALL', 60000000, 'moves', '2000-01-01', 'Daywatch proposal, from measured gaps', true, 'No roster is searched for longer than this many moves, however many posts it has.');
