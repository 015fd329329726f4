-- What an award holds and what an hour costs is read by those who answer for it. An officer finds his own hours on his program page.
insert into platform.role_permission (role, permission) values
    ('AGENCY_ADMIN', 'AWARDS_READ'), ('COORDINATOR', 'AWARDS_READ'), ('SAFETY_DIRECTOR', 'AWARDS_READ'), ('PRINCIPAL', 'AWARDS_READ');
