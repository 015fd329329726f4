-- The seed wrote the same period twice, and both rules were in force from November on. Each kind has one rule on each day.
delete from platform.retention_rule where kind = 'ACTIVITY_LOG' and valid_from = '2026-11-01';
