-- What a team is asked to gather before it decides, as dated rows: another instrument begins on its day, and a case keeps the one it began with.
create table relationships.gathering_prompt (
    code       text not null check (code ~ '^[A-Z_]{2,40}$'),
    section    text not null check (section in ('PROTECTIVE', 'WHAT', 'CONTEXT', 'CONCERNED', 'ACCESS', 'HELP')),
    place      int not null,
    is_needed  boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null,
    to_confirm boolean not null,
    primary key (code, valid_from)
);
call platform.exempt('relationships.gathering_prompt', 'Prompts of threat assessments, the same for every tenant; their words stand beside the feature.');
grant select on relationships.gathering_prompt to dw_app;

insert into relationships.gathering_prompt (code, section, place, is_needed, valid_from, valid_to, source, to_confirm) values
('TRUSTED_ADULT', 'PROTECTIVE', 10, true, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('GOES_WELL', 'PROTECTIVE', 20, false, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('FUTURE', 'PROTECTIVE', 30, false, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('SAID_OR_DONE', 'WHAT', 10, true, '2026-01-01', null, 'Daywatch proposal, after themes in CSTAG', true),
('STUDENT_SAYS', 'WHAT', 20, true, '2026-01-01', null, 'Daywatch proposal, after themes in CSTAG', true),
('BEFORE', 'CONTEXT', 10, true, '2026-01-01', null, 'Daywatch proposal, after themes in CSTAG', true),
('LATELY', 'CONTEXT', 20, false, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('WHO_IS_CONCERNED', 'CONCERNED', 10, true, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('FEELS_UNSAFE', 'CONCERNED', 20, false, '2026-01-01', null, 'Daywatch proposal, after themes in CSTAG', true),
('MEANS', 'ACCESS', 10, true, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('STEPS_TAKEN', 'ACCESS', 20, false, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('HELP_NOW', 'HELP', 10, true, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true),
('HELP_NEEDED', 'HELP', 20, false, '2026-01-01', null, 'Daywatch proposal, after themes in NTAC 2018', true);
