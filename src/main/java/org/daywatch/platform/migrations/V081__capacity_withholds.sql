-- What nobody may while he acts in a capacity, whatever his role allows: data beside the roles' permissions, and checked with them.
create table platform.capacity_withheld (
    capacity   text not null check (capacity in ('SCHOOL_AGENT', 'PEACE_OFFICER')),
    permission text not null,
    reason     text not null,
    primary key (capacity, permission)
);
call platform.exempt('platform.capacity_withheld', 'What a capacity withholds from every role, the same for every tenant; reference data.');
grant select on platform.capacity_withheld to dw_app, dw_signin;
insert into platform.role_permission (role, permission) values ('OFFICER', 'SCHOOL_NOTES_READ');
insert into platform.capacity_withheld (capacity, permission, reason) values ('PEACE_OFFICER', 'SCHOOL_NOTES_READ',
    'What the school told its agent is the school''s; a peace officer gets it by the law''s own ways (34 CFR 99.8, 99.31).');
