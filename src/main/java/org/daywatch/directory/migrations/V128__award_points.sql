-- Optimized awards ask the roster engine and its points (ROSTER_…). The three numbers of their first text answer nothing any more;
-- awards made by them carry the numbers in their own record.
delete from directory.program_rule where id in ('AWARD-KNOWN-DAY', 'AWARD-HOUR', 'AWARD-WISH');
