insert into planning.seat_rule (id, state, roles, seats, needed, place, valid_from, source, to_confirm) values
    ('AZ-TEAM-LEADER', 'AZ', '{PRINCIPAL,ASSISTANT_PRINCIPAL}', 1, 'ALWAYS', 'MEETING', '2023-07-01', 'A.R.S. 15-154; School Safety Program requirements as its administrator training teaches them', false),
    ('AZ-TEAM-OFFICER', 'AZ', '{OFFICER}', 1, 'IF_FUNDED', 'MEETING', '2023-07-01', 'A.R.S. 15-154; School Safety Program requirements as its administrator training teaches them', false),
    ('AZ-TEAM-COUNSELING', 'AZ', '{SOCIAL_WORKER,COUNSELOR}', 1, 'IF_FUNDED', 'MEETING', '2023-07-01', 'A.R.S. 15-154; School Safety Program requirements as its administrator training teaches them', false),
    ('AZ-TEAM-PREVENTION', 'AZ', '{PREVENTION_COORDINATOR}', 1, 'ALWAYS', 'MEETING', '2023-07-01', 'A.R.S. 15-154; School Safety Program requirements as its administrator training teaches them', false),
    ('TX-COMMITTEE-EMERGENCY', 'TX', '{EMERGENCY_MANAGEMENT}', 1, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-POLICE', 'TX', '{LOCAL_POLICE}', 1, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-DISTRICT-POLICE', 'TX', '{DISTRICT_POLICE}', 1, 'IF_ANY', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-PRESIDENT', 'TX', '{BOARD_PRESIDENT}', 1, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-TRUSTEE', 'TX', '{TRUSTEE}', 1, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-SUPERINTENDENT', 'TX', '{SUPERINTENDENT}', 1, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-TEACHER', 'TX', '{TEACHER}', 1, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-PARENTS', 'TX', '{PARENT}', 2, 'ALWAYS', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false),
    ('TX-COMMITTEE-CHARTER', 'TX', '{CHARTER_PARTNER}', 1, 'IF_ANY', 'TEAM', '2023-07-01', 'Texas Education Code 37.109', false);
