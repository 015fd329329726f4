-- Who may open, with a reason and for a quarter hour, what was not given to them; and of which part, as dated rows. ReadingRule says what it opens.
create table relationships.glass_breaker (
    role       text not null check (role in ('COUNSELOR', 'PRINCIPAL', 'OFFICER')),
    part       text not null check (part in ('CASE', 'SAFETY_PLAN')),
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null,
    to_confirm boolean not null,
    primary key (role, valid_from)
);
call platform.exempt('relationships.glass_breaker', 'Who may break the glass of a threat assessment, the same for every tenant.');
grant select on relationships.glass_breaker to dw_app;

insert into relationships.glass_breaker (role, part, valid_from, valid_to, source, to_confirm) values
('COUNSELOR', 'CASE', '2026-01-01', null, 'Daywatch proposal', true),
('PRINCIPAL', 'CASE', '2026-01-01', null, 'Daywatch proposal', true),
('OFFICER', 'SAFETY_PLAN', '2026-01-01', null, 'Daywatch proposal', true);

-- That the glass was broken: by whom, when, until when and how many were told. Why lies sealed under the case's key.
create table relationships.broken_glass (
    district_id uuid not null,
    id          uuid not null,
    case_id     uuid not null,
    school_id   uuid not null,
    person_id   uuid not null,
    broken_by   text not null,
    part        text not null check (part in ('CASE', 'SAFETY_PLAN')),
    broken_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > broken_at),
    told        int not null check (told > 0), -- nobody opens what nobody was told of
    body        bytea not null,
    primary key (district_id, id),
    foreign key (district_id, case_id) references relationships.threat_case (district_id, id) on delete cascade
);
call platform.protect('relationships.broken_glass', 'district', 'district_id', null, 'Who opened a threat assessment that was not given to them, and until when; the agency never sees this table');
create index broken_glass_case on relationships.broken_glass (district_id, case_id);
create index broken_glass_school on relationships.broken_glass (district_id, school_id, broken_at);

create function relationships.broken_glass_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or exists (select from relationships.threat_case c where c.district_id = old.district_id and c.id = old.case_id and c.stage <> 'FADED') then
        raise exception 'that the glass was broken stays as it was written, as long as the case';
    end if;
    return old;
end $$;
create trigger broken_glass_stays before update or delete on relationships.broken_glass for each row execute function relationships.broken_glass_stays();

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('GLASS-WORDS', 'GLASS_WORDS', 'ALL', 4, 'words', '2000-01-01', null, 'Daywatch proposal', true, 'The reason for opening what was not given to somebody has at least so many words.');
