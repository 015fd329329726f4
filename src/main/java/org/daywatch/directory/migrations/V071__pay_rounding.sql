-- How worked time is rounded for payroll; a department that pays by the quarter hour gets a row of its own scope.
insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('PAY-ROUNDING', 'PAY_ROUNDING', 'ALL', 1, 'minutes', '2023-01-01', null,
 'Daywatch proposal; 29 CFR 785.48(b) allows rounding to a quarter hour where it evens out', true,
 'The paid time of a shift is a multiple of so many minutes, half a step rounded up; one is the exact minute.');
