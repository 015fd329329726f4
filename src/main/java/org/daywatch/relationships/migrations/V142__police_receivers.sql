-- The police of the district as a receiver of their own: apart from the officer on post, who is the school's agent. What goes to them is
-- a disclosure of 34 CFR 99.31 or 99.36, kept for each of them as 99.32 asks.
alter table relationships.queued_tip drop constraint queued_tip_routed_check;
alter table relationships.queued_tip add constraint queued_tip_routed_check check (routed <@ array['SCHOOL', 'MENTAL_HEALTH', 'POLICE', 'DEPARTMENT']);
alter table relationships.tip_receiver_role drop constraint tip_receiver_role_receiver_check;
alter table relationships.tip_receiver_role add constraint tip_receiver_role_receiver_check check (receiver in ('SCHOOL', 'MENTAL_HEALTH', 'POLICE', 'DEPARTMENT'));
alter table relationships.tip_notice drop constraint tip_notice_receiver_check;
alter table relationships.tip_notice add constraint tip_notice_receiver_check check (receiver in ('SCHOOL', 'MENTAL_HEALTH', 'POLICE', 'DEPARTMENT'));
insert into relationships.tip_receiver_role (receiver, role) values ('DEPARTMENT', 'POLICE_RECEIVER');
insert into platform.role_permission (role, permission) values ('POLICE_RECEIVER', 'OWN_ACCOUNT') on conflict do nothing;
-- A permission that is new here is given to all its roles at the next start; one that is known, to this role now.
insert into platform.role_permission (role, permission) select 'POLICE_RECEIVER', 'TIPS_READ' where exists (select from platform.role_permission where permission = 'TIPS_READ')
on conflict do nothing;

create table relationships.tip_disclosure (
    district_id    uuid not null,
    tip_id         uuid not null,
    person_id      uuid not null, -- to whom
    person_name    text not null,
    ground         text not null check (ground in ('CFR_99_31', 'CFR_99_36')),
    body           bytea not null, -- the threat, or on what paper: sealed by the tip's own key
    disclosed_by   uuid not null,
    disclosed_name text not null,
    disclosed_at   timestamptz not null,
    primary key (district_id, tip_id, person_id),
    foreign key (district_id, tip_id) references relationships.queued_tip on delete cascade
);
call platform.protect('relationships.tip_disclosure', 'district', 'district_id', null, 'To whom of the police a tip was disclosed, on which ground; the agency never sees this table');
create index tip_disclosure_person on relationships.tip_disclosure (district_id, person_id);
