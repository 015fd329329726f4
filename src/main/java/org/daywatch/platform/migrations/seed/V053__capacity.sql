insert into platform.capacity_withheld (capacity, permission, reason) values ('PEACE_OFFICER', 'SCHOOL_NOTES_READ',
    'What the school told its agent is the school''s; a peace officer gets it by the law''s own ways (34 CFR 99.8, 99.31).');
