-- Papers an officer needs before they mentor a student: the course for mentors, and a reference.
alter table staffing.credential drop constraint credential_kind_check;
alter table staffing.credential add constraint credential_kind_check check (kind in ('STATE_CERTIFICATION', 'CONTINUING_TRAINING', 'FIREARMS', 'SSO_COURSE',
    'SRO_COURSE', 'SCHOOL_CERTIFICATE', 'DISABILITIES_TRAINING', 'FINGERPRINT_CARD', 'WORK_PERMISSION', 'NEW_OFFICER_TRAINING', 'LRE_ACADEMY',
    'PERFORMANCE_FORM', 'FERPA_TRAINING', 'CIVIL_RIGHTS_TRAINING', 'MENTAL_HEALTH_TRAINING', 'MENTOR_TRAINING', 'MENTOR_REFERENCE'));
