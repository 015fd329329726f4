-- Words of alerts in every language of a school, confirmed before anybody reads them.

-- The words of alerts in a further language. One person enters them, another who reads the language confirms them; then they stand as
-- they are and are followed by others, or withdrawn.
create table emergencies.alert_language (
    agency_id         uuid not null,
    id                uuid not null,
    district_id       uuid, -- whose schools they are for; null: those of all districts of the agency
    tag               text not null check (tag ~ '^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$'), -- BCP 47, as it is written there
    own_name          text not null check (length(own_name) between 1 and 60), -- what the language is called in itself
    rtl               boolean not null, -- written from right to left
    words             jsonb not null, -- {"LOCKDOWN.name": "..."}; what is missing is said in English
    valid_from        date not null, -- by the school's own calendar
    version           int not null default 0,
    entered_by        uuid not null,
    entered_by_name   text not null,
    entered_at        timestamptz not null,
    confirmed_by      uuid constraint somebody_else_confirms check (confirmed_by <> entered_by),
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_by      uuid,
    withdrawn_at      timestamptz,
    primary key (agency_id, id),
    check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
call platform.protect('emergencies.alert_language', 'shared', 'agency_id', 'district_id', 'The words of alerts in a further language, entered by one person and confirmed by another');
create unique index alert_language_one_draft on emergencies.alert_language (agency_id, district_id, tag) nulls not distinct where confirmed_at is null and withdrawn_at is null;
-- What an agency has for all its districts they read and cannot write.
create policy of_its_agency on emergencies.alert_language for select to dw_app
    using (district_id is null and agency_id = (select o.parent_id from platform.organization o where o.id = (select platform.current_tenant())));
-- What somebody has read and confirmed is never another text afterward.
create function emergencies.confirmed_words_stay() returns trigger language plpgsql as $$
begin
    if old.confirmed_at is not null and (new.tag, new.own_name, new.rtl, new.words, new.valid_from, new.entered_by, new.confirmed_by, new.confirmed_at, new.district_id)
            is distinct from (old.tag, old.own_name, old.rtl, old.words, old.valid_from, old.entered_by, old.confirmed_by, old.confirmed_at, old.district_id) then
        raise exception 'confirmed words of alerts never change: enter others';
    end if;
    return new;
end $$;
create trigger confirmed_words_stay before update on emergencies.alert_language for each row execute function emergencies.confirmed_words_stay();
revoke delete on emergencies.alert_language from dw_app;

-- Which languages a school speaks, the first one first: its screens show that one large and the others below it.
create table emergencies.school_languages (
    agency_id   uuid not null,
    school_id   uuid not null,
    district_id uuid not null,
    tags        text[] not null check (cardinality(tags) between 1 and 6),
    primary key (agency_id, school_id)
);
call platform.protect('emergencies.school_languages', 'shared', 'agency_id', 'district_id', 'Which languages a school speaks in an alert, the first one first');

-- In which language a person wants alerts first, where their school speaks it. Pages are in the language of the account.
create table emergencies.alert_reader (
    agency_id       uuid not null,
    organization_id uuid not null, -- for which they act: a district of the agency, or the agency itself
    person_id       uuid not null,
    tag             text not null,
    primary key (agency_id, organization_id, person_id)
);
call platform.protect('emergencies.alert_reader', 'shared', 'agency_id', 'organization_id', 'In which language a person wants to read alerts first');
