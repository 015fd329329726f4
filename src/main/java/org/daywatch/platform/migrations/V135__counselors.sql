-- A school's counselor: what every adult of a school may do, as a teacher does. What is new with them is given at the next start.
insert into platform.role_permission (role, permission)
select 'COUNSELOR', permission from platform.role_permission
where role = 'TEACHER' and permission in ('ALERT_PRESS', 'ALERT_READ', 'ROOM_REPORT', 'STUDENTS_READ', 'OWN_ACCOUNT', 'DRILLS_READ', 'LESSONS_READ', 'COURSES_TAKE');
