-- The numbers law, agreements and programs set for posts, check-in and what an officer must hold. One row per version:
-- a change is a new row, so that a past day is judged by what held then. To be confirmed: from memory, an old page or our own proposal.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
-- The window of a post around the bells
('FL-MARGIN-BEFORE', 'POST_MARGIN_BEFORE', 'STATE:FL', 15, 'minutes', '2019-01-01', null,
 'Casselberry and Seminole County agreement, 2019 and 2021', false, 'On campus 15 minutes before the school day begins.'),
('FL-MARGIN-AFTER', 'POST_MARGIN_AFTER', 'STATE:FL', 15, 'minutes', '2019-01-01', null,
 'Casselberry and Seminole County agreement, 2019 and 2021', false, 'On campus until 15 minutes after the school day ends.'),
('AZ-MARGIN-BEFORE', 'POST_MARGIN_BEFORE', 'STATE:AZ', 15, 'minutes', '2023-10-01', null,
 'Taken over from the Florida agreements', true, 'On campus 15 minutes before the first bell, unless the Arizona program says otherwise.'),
('AZ-MARGIN-AFTER', 'POST_MARGIN_AFTER', 'STATE:AZ', 15, 'minutes', '2023-10-01', null,
 'Taken over from the Florida agreements', true, 'On campus until 15 minutes after the last bell, unless the Arizona program says otherwise.'),
-- Check-in
('CHECKIN-RADIUS', 'CHECK_IN_RADIUS', 'ALL', 150, 'meters', '2023-01-01', null,
 'Daywatch proposal', true, 'If a school has no boundary, a position within this distance of its center counts as on campus.'),
('CHECKIN-EARLY', 'CHECK_IN_EARLY', 'ALL', 30, 'minutes', '2023-01-01', null,
 'Campus post orders: clock in 15 to 30 minutes before the first bell', true, 'Check-in opens this long before the post begins.'),
('CHECKIN-LATE', 'CHECK_IN_LATE', 'ALL', 5, 'minutes', '2023-01-01', null,
 'Daywatch proposal', true, 'An officer who checks in later than this after the start is late. The minutes from the start count as a coverage gap.'),
('NO-SHOW-GRACE', 'NO_SHOW_GRACE', 'ALL', 20, 'minutes', '2023-01-01', null,
 'Daywatch proposal', true, 'An officer who has not checked in by this time after the start is a no-show.'),
('CHECKIN-ALERT', 'CHECK_IN_ALERT', 'ALL', 5, 'minutes', '2023-01-01', null,
 'Daywatch proposal', true, 'If there is no check-in by this time after the start, the coordinator is notified.'),
-- What an officer must hold
('AZ-POST-CERTIFIED', 'STATE_CERTIFICATION', 'STATE:AZ', 1, 'required', '2000-01-01', null,
 'Arizona school boards policy service on A.R.S. 15-154: officers are AZPOST peace officers', false, 'A valid state certification as a peace officer.'),
('FL-CERTIFIED', 'STATE_CERTIFICATION', 'STATE:FL', 1, 'required', '2018-03-09', null,
 'Section 1006.12, Florida Statutes', false, 'A valid state certification as a law enforcement officer.'),
('AZ-POST-TRAINING', 'CONTINUING_TRAINING', 'STATE:AZ', 12, 'hours a year', '2000-01-01', null,
 'Ariz. Admin. Code R13-4-111, text current to April 2024', true, 'Twelve hours of continuing training each calendar year, starting January 1 after certification. A later version of the rule exists.'),
('AZ-POST-FIREARMS', 'FIREARMS', 'STATE:AZ', 1, 'each calendar year', '2000-01-01', null,
 'Ariz. Admin. Code R13-4-111, text current to April 2024', true, 'Firearms qualification and target-judgment course each calendar year.'),
('AZ-SSO-COURSE', 'COURSE_HOURS_SSO', 'STATE:AZ', 8, 'hours', '2023-10-01', null,
 'Arizona Department of Education, October 2023', false, 'Eight hours of the department''s course before working as a school safety officer.'),
('AZ-SRO-COURSE', 'COURSE_HOURS_SRO', 'STATE:AZ', 40, 'hours', '2000-01-01', null,
 'Arizona Department of Education, October 2023', false, 'Forty hours of school training for a school resource officer.'),
('AZ-CERT-15-249.08-DEADLINE', 'SCHOOL_CERTIFICATE_WITHIN', 'STATE:AZ', 1, 'months', '2026-07-01', null,
 'A.R.S. 15-249.08', false, 'State training for school officers, contractors included, is finished within one month of starting. Officers who started before the law took effect have one month from that date; this reading is to be confirmed with an attorney.'),
('AZ-CERT-15-249.08-VALIDITY', 'SCHOOL_CERTIFICATE_VALID', 'STATE:AZ', 2, 'years', '2026-07-01', null,
 'A.R.S. 15-249.08', false, 'A certificate less than two years old at the start counts.'),
('AZ-15-120.06', 'DISABILITIES_TRAINING', 'STATE:AZ', 1, 'required', '2000-01-01', null,
 'A.R.S. 15-120.06', false, 'Every officer on campus, including off-duty officers, is trained to recognize and work with children with disabilities.'),
('AZ-FINGERPRINT', 'FINGERPRINT_CARD', 'STATE:AZ', 1, 'required', '2000-01-01', null,
 'A.R.S. 15-512 and 15-534, from memory', true, 'A valid fingerprint clearance card. Ask an attorney whether sworn officers are exempt.'),
('WORK-PERMISSION', 'WORK_PERMISSION', 'ALL', 1, 'each calendar year', '2000-01-01', null,
 'Minneapolis police policy 3-800: approvals lapse on 31 December; Surprise, Arizona: agreement by 1 January', false,
 'The department''s permission to work off duty is renewed each year. A permission without an end date expires on December 31.'),
('NO-WORK-UNDER-SUSPENSION', 'ACTIVE_STATUS', 'ALL', 1, 'required', '2000-01-01', null,
 'Ga. Comp. R. & Regs. R. 570-9-.03; Coral Springs agreement, article 29', false,
 'No off-duty work while suspended, relieved of duty, on light duty or under investigation.');

-- Where neither law nor agreement says how long before and after the bells a post is manned.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, source, to_confirm, words) values
 ('MARGIN-BEFORE', 'POST_MARGIN_BEFORE', 'ALL', 15, 'minutes', '2000-01-01', 'Taken over from Florida agreements where nothing else is agreed', true, 'Without another agreement, a post begins 15 minutes before the first bell.'),
 ('MARGIN-AFTER', 'POST_MARGIN_AFTER', 'ALL', 15, 'minutes', '2000-01-01', 'Taken over from Florida agreements where nothing else is agreed', true, 'Without another agreement, a post ends 15 minutes after the last bell.');

-- When a phone's position is worth a second look. Each is our own proposal: a signal for people, never a refusal.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('POSITION-VAGUE', 'POSITION_VAGUE', 'ALL', 100, 'meters', '2023-01-01', null,
 'Daywatch proposal', true, 'A phone position less accurate than this is marked for review.'),
('POSITION-STALE', 'POSITION_STALE', 'ALL', 120, 'seconds', '2023-01-01', null,
 'Daywatch proposal', true, 'A phone position older than this is marked for review.'),
('POSITION-TOO-EXACT', 'POSITION_TOO_EXACT', 'ALL', 2, 'meters', '2023-01-01', null,
 'Daywatch proposal', true, 'A phone position more exact than this is marked for review: it may be faked.'),
('TRAVEL-SPEED', 'TRAVEL_SPEED', 'ALL', 150, 'kilometers an hour', '2023-01-01', null,
 'Daywatch proposal', true, 'Travel faster than this from one check-in to the next, in a straight line, is marked for review.');

-- How worked time is rounded for payroll; a department that pays by the quarter hour gets a row of its own scope.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PAY-ROUNDING', 'PAY_ROUNDING', 'ALL', 1, 'minutes', '2023-01-01', null,
 'Daywatch proposal; 29 CFR 785.48(b) allows rounding to a quarter hour where it evens out', true,
 'Paid time of a shift is rounded to a multiple of this many minutes, halves rounded up. One means to the exact minute.');
