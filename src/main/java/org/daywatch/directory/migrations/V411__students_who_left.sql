-- The first day on which a student is no longer of his school, because its roster, taken in as a whole, did not name him any more. Null while it does.
alter table directory.roster_person add column left_on date;
-- In a preview: how many students would have left, and whether that is so many that somebody must say it is right. In a run: how many did.
alter table directory.import_run add column leavers int not null default 0;
alter table directory.import_run add column ask_leavers boolean not null default false;

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('ROSTER-LEFT-MOST', 'ROSTER_LEFT_MOST', 'ALL', 10, 'percent', '2000-01-01', null, 'Daywatch proposal', true,
 'A roster that no longer names more than this share of a school''s students is imported only when somebody confirms that they have left.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ROSTER_STUDENT', 365, '2026-11-01', 'DELETE', 'A student who has left the school: a year from the day they left, so that one who comes back is recognized. Their classes, notes and authorized pickups go with them.');
