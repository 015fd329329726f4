insert into transparency.time_study_share (study_id, activity, percent, hours_low, hours_high) values
    ('CPSV', 'LAW_ENFORCEMENT', 50, null, null), ('CPSV', 'MENTORING', 30, null, null), ('CPSV', 'TEACHING', 20, null, null),
    ('NIJ', 'LAW_ENFORCEMENT', null, 20, 20), ('NIJ', 'MENTORING', null, 10, 10), ('NIJ', 'TEACHING', null, 5, 5), ('NIJ', 'OTHER', null, 6, 7);
