-- On which grounds of 34 CFR part 99 what a team wrote may go to police or a parent, as dated rows.
create table relationships.disclosure_ground (
    code       text not null check (code ~ '^[A-Z_]{2,40}$'),
    cite       text not null,
    rule       text not null check (rule in ('CFR_99_30', 'CFR_99_31', 'CFR_99_36')),
    place      int not null,
    to_police  boolean not null,
    to_parent  boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null,
    to_confirm boolean not null,
    primary key (code, valid_from)
);
call platform.exempt('relationships.disclosure_ground', 'Grounds on which education records are disclosed, the same for every tenant; their words stand beside the feature.');
grant select on relationships.disclosure_ground to dw_app;

insert into relationships.disclosure_ground (code, cite, rule, place, to_police, to_parent, valid_from, valid_to, source, to_confirm) values
('EMERGENCY', '34 CFR 99.31(a)(10), 99.36', 'CFR_99_36', 10, true, true, '2009-01-08', null, '34 CFR 99.36', true),
('COURT', '34 CFR 99.31(a)(9)', 'CFR_99_31', 20, true, false, '2009-01-08', null, '34 CFR 99.31(a)(9)', true),
('JUVENILE_JUSTICE', '34 CFR 99.31(a)(5), 99.38', 'CFR_99_31', 30, true, false, '2009-01-08', null, '34 CFR 99.38; a law of the state must allow it', true),
('CONSENT', '34 CFR 99.30', 'CFR_99_30', 40, true, false, '2009-01-08', null, '34 CFR 99.30', true),
('OWN_CHILD', '34 CFR 99.10, 99.31(a)(12)', 'CFR_99_31', 50, false, true, '2009-01-08', null, '34 CFR 99.10', true);

-- The record of disclosures (34 CFR 99.32). Nothing is copied: whoever it names reads the case where it stands, until the time is over. The name, the
-- reason and who disclosed it lie sealed under the case's key.
create table relationships.disclosure (
    district_id  uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    recipient    text not null check (recipient in ('OFFICER', 'DEPARTMENT', 'OTHER_POLICE', 'PARENT')),
    recipient_id uuid, -- a person or a department that Daywatch knows; null: they read nothing here
    part         text not null check (part in ('CASE', 'SAFETY_PLAN')),
    ground       text not null,
    rule         text not null check (rule in ('CFR_99_30', 'CFR_99_31', 'CFR_99_36')),
    disclosed_by uuid not null,
    disclosed_at timestamptz not null,
    ends_at      timestamptz,
    body         bytea not null,
    primary key (district_id, id),
    foreign key (district_id, case_id) references relationships.threat_case (district_id, id) on delete cascade,
    check ((recipient in ('OFFICER', 'DEPARTMENT')) = (recipient_id is not null)),
    check ((recipient_id is null) = (ends_at is null)),
    check (ends_at >= disclosed_at)
);
call platform.protect('relationships.disclosure', 'district', 'district_id', null, 'What of a threat assessment was disclosed to whom, on which ground and until when; the agency never sees this table');
create index disclosure_case on relationships.disclosure (district_id, case_id);
create index disclosure_recipient on relationships.disclosure (district_id, recipient_id, ends_at);

-- While the case is there its record of disclosures is: nobody deletes a line, and all that changes is that reading ends sooner.
create function relationships.disclosures_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.ends_at <= old.ends_at and to_jsonb(new) - 'ends_at' = to_jsonb(old) - 'ends_at' then
            return new;
        end if;
        raise exception 'a disclosure is never changed; reading only ends sooner';
    end if;
    if exists (select from relationships.threat_case c where c.district_id = old.district_id and c.id = old.case_id and c.stage <> 'FADED') then
        raise exception 'the record of disclosures stays as long as the case';
    end if;
    return old;
end $$;
create trigger disclosures_stay before update or delete on relationships.disclosure for each row execute function relationships.disclosures_stay();

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('DISCLOSURE-HOURS', 'DISCLOSURE_HOURS', 'ALL', 72, 'hours', '2000-01-01', null, 'Daywatch proposal', true, 'Police read what was disclosed to them for this time at most.'),
('DISCLOSURE-WORDS', 'DISCLOSURE_WORDS', 'ALL', 6, 'words', '2000-01-01', null, 'Daywatch proposal', true, 'The reason for a disclosure has at least so many words.');
