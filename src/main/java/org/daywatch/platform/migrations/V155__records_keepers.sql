-- Who keeps a district's records has an account. A permission that is new here is given to its roles at the next start; one that is known, to this role now.
insert into platform.role_permission (role, permission) values ('RECORDS_KEEPER', 'OWN_ACCOUNT') on conflict do nothing;
insert into platform.role_permission (role, permission)
select distinct 'RECORDS_KEEPER', permission from platform.role_permission where permission in ('EXPORTS_APPROVE', 'GLASS_READ') on conflict do nothing;
