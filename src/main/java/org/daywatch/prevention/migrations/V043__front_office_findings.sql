-- Whoever walks the doors follows what was found there, and may own it.
insert into platform.role_permission (role, permission) values
    ('FRONT_OFFICE', 'FINDINGS_READ'), ('FRONT_OFFICE', 'FINDINGS_EDIT')
on conflict do nothing;
