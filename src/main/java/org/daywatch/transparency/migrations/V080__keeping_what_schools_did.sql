-- An audit due every five years is late in the sixth, and not unknown: the school's own lines, which name nobody, stay a year longer.
insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('ACTIVITY_LOG', 1826, '2026-11-01', 'DELETE', 'What officers did at schools, week by week, with its signatures: five years, so that a grant can be accounted for after its end. What a school did and names nobody: a year longer.');
