-- A receiver chooses in which form it hears and of what: dispatch takes CAP or EIDO, and not everybody wants drills.
alter table emergencies.webhook
    add column format text not null default 'EVENT' check (format in ('EVENT', 'CAP', 'EIDO')),
    add column statuses text[] not null default '{ACTUAL,EXERCISE,TEST}' check (cardinality(statuses) > 0 and statuses <@ '{ACTUAL,EXERCISE,TEST}');
