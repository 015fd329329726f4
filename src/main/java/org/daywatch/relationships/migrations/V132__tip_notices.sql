-- Of a routed tip that is not about a life: whom a message is still owed, and from when. The moment is the end of a quarter hour or a
-- school's morning and no other. Gone when it was told.
create table relationships.tip_notice (
    district_id uuid not null,
    tip_id      uuid not null,
    receiver    text not null check (receiver in ('SCHOOL', 'MENTAL_HEALTH', 'POLICE')),
    due_at      timestamptz not null check (extract(epoch from due_at)::bigint % 900 = 0),
    primary key (district_id, tip_id, receiver),
    foreign key (district_id, tip_id) references relationships.queued_tip on delete cascade
);
call platform.protect('relationships.tip_notice', 'district', 'district_id', null, 'Whom a message about a routed tip is still owed; the agency never sees this table');
create index tip_notice_due on relationships.tip_notice (district_id, due_at);

insert into platform.capacity_withheld (capacity, permission, reason) values
    ('PEACE_OFFICER', 'TIPS_READ', 'What students wrote to their school is the school''s; a peace officer gets it as a recorded disclosure (34 CFR 99.8, 99.31, 99.36).'),
    ('PEACE_OFFICER', 'THREATS_READ', 'What a team of the school assesses is the school''s; a peace officer gets it as a recorded disclosure (34 CFR 99.8, 99.31, 99.36).');
