-- A district takes in its own roster and calendars; students never pass through the agency.
insert into platform.role_permission (role, permission) values ('SAFETY_DIRECTOR', 'IMPORTS_RUN') on conflict do nothing;
