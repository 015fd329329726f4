-- Who reads what is written without a name has an account, and nothing else that is there already. What is new with them is given at the next start.
insert into platform.role_permission (role, permission) values ('TIP_ANALYST', 'OWN_ACCOUNT');

-- The door for tips stands outside every organization and asks where anybody reads them. It learns the organization, not the person.
create policy tip_analysts_for_workers on platform.membership for select to dw_worker using (role = 'TIP_ANALYST');
grant select (org_id, role, until) on platform.membership to dw_worker;
create index membership_tip_analyst on platform.membership (org_id) where role = 'TIP_ANALYST';
