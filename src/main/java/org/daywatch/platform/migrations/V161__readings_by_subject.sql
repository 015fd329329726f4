-- Who read one record: asked by whoever it is about.
create index audit_line_readings on platform.audit_line (tenant_id, subject) where action like 'Read%';
