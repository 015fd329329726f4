insert into planning.plan_part_asked (state, part, source, to_confirm, valid_from)
    select 'ALL', part, 'Federal guide for operations plans of schools (2013), from memory', true, '2000-01-01'
    from unnest(array['INTRODUCTION', 'PURPOSE', 'CONCEPT', 'ORGANIZATION', 'DIRECTION', 'INFORMATION', 'ACCESS', 'TRAINING', 'ADMINISTRATION', 'MAINTENANCE', 'AUTHORITIES',
        'EVACUATION', 'LOCKDOWN', 'SHELTER_IN_PLACE', 'ACCOUNTING', 'COMMUNICATIONS', 'REUNIFICATION', 'CONTINUITY', 'RECOVERY', 'HEALTH', 'SECURITY']) part;

insert into planning.plan_part_asked (state, part, source, to_confirm, valid_from) values
    ('AZ', 'ACCESS', 'A.R.S. 15-341(A)(31), by the Arizona Department of Education, azed.gov/wellness/sep', false, '2000-01-01'),
    ('AZ', 'TRAINING', 'Arizona school boards policy on emergency plans, docid 149', true, '2000-01-01'),
    ('AZ', 'MAINTENANCE', 'Udall Shumway, keeping the emergency response plan current, 2016', true, '2000-01-01');
