-- A pickup that was allowed this morning may be forbidden at noon: an entry somebody ends stops counting at once, also on the day it began.
-- What it said stays on file, its last day as it was entered; a list that is imported later does not open it again.
alter table directory.guardianship add column ended_on date;
-- The same person may be entered anew on the day on which the entry before was ended.
alter table directory.guardianship drop constraint guardianship_district_id_student_id_guardian_id_first_day_key;
create unique index one_entry_from_a_day on directory.guardianship (district_id, student_id, guardian_id, first_day) where ended_on is null;
