insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('SITE_ASSESSMENT', 4018, '2026-01-01', 'DELETE', 'Assessments of a campus with their answers and photos: eleven years, so that the last two of a five-year round can be compared. The last accepted one of a campus stays.'),
    ('MEASURE', 4018, '2026-01-01', 'DELETE', 'Measures that were done or rejected: as long as the assessments they came from.');
