-- More of what a department agrees with the agency; hourly rates live elsewhere.

alter table staffing.department_terms
    add supervisor_from int check (supervisor_from between 2 and 50),      -- from so many officers at one place on, a supervisor stands with them
    add supervisor_per  int check (supervisor_per between 1 and 50),       -- one supervisor for so many officers
    add lead_hours      int not null default 0 check (lead_hours between 0 and 2160),    -- asked later than this it is short notice
    add cancel_hours    int not null default 24 check (cancel_hours between 0 and 336),  -- canceled later than this the minimum is due
    add minimum_hours   int not null default 3 check (minimum_hours between 0 and 12),
    add check ((supervisor_from is null) = (supervisor_per is null));
