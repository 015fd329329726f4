-- A roll call asks who is in each class, a student's page in which classes he is. Right after a roster was taken in the planner knows nothing of it yet,
-- and without these it reads every enrollment for every student.
create index roster_enrollment_class on directory.roster_enrollment (district_id, class_id);
create index roster_enrollment_person on directory.roster_enrollment (district_id, person_id);
create index roster_class_school on directory.roster_class (district_id, school_id);
create index roster_person_school on directory.roster_person (district_id, school_id);
