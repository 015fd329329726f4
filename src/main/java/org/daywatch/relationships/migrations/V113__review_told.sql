-- Of which review day the counselor of a case was told: once for each, whichever node looks first.
alter table relationships.threat_case add column review_told date;
