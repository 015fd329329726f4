-- A second model of threat assessment: low, medium or high, decided by four, after somebody who knows the student was heard. Under which model a
-- district opens its cases is a dated rule; a case keeps the one it was opened under.
alter table relationships.threat_word drop constraint threat_word_about_check;
alter table relationships.threat_word add constraint threat_word_about_check
    check (about in ('TRANSIENT', 'SERIOUS', 'VERY_SERIOUS', 'LOW', 'MEDIUM', 'HIGH', 'HEARD', 'PLAN'));
alter table relationships.threat_word drop constraint threat_word_part_check;
alter table relationships.threat_word add constraint threat_word_part_check
    check (part in ('ADMINISTRATOR', 'MENTAL_HEALTH', 'LAW_ENFORCEMENT', 'INSTRUCTION', 'KNOWS_STUDENT'));
-- Only these two are heard through somebody else, and under levels the administrator: an account at a school is its principal's, who is not of the four.
alter table relationships.threat_word drop constraint threat_word_check;
alter table relationships.threat_word add constraint threat_word_check check (person_id = entered_by or person_id is null
    and (part in ('LAW_ENFORCEMENT', 'INSTRUCTION', 'KNOWS_STUDENT') or part = 'ADMINISTRATOR' and about in ('LOW', 'MEDIUM', 'HIGH', 'PLAN')));
alter table relationships.threat_word add constraint threat_word_not_the_principal
    check (not (part = 'ADMINISTRATOR' and about in ('LOW', 'MEDIUM', 'HIGH')) or person_id is null);
alter table relationships.threat_word add constraint threat_word_heard check ((part = 'KNOWS_STUDENT') = (about = 'HEARD'));

-- The further keys to threat_word are the quorum of levels as the six before are that of all: where the model is another one, they point at nothing.
alter table relationships.threat_case
    add column model text not null default 'DECISION_TREE' check (model in ('DECISION_TREE', 'LEVELS')),
    add column model_rule text, -- which rule said so, and from when on it held; null: there was no other model then
    add column instruction text generated always as (case when model = 'LEVELS' then 'INSTRUCTION' end) stored,
    add column knows_student text generated always as (case when model = 'LEVELS' then 'KNOWS_STUDENT' end) stored,
    add column heard text generated always as (case when classification is not null then 'HEARD' end) stored,
    add foreign key (district_id, id, classification, instruction) references relationships.threat_word (district_id, case_id, about, part),
    add foreign key (district_id, id, heard, knows_student) references relationships.threat_word (district_id, case_id, about, part),
    add foreign key (district_id, id, planned, instruction) references relationships.threat_word (district_id, case_id, about, part),
    drop constraint threat_case_classification_check,
    drop constraint threat_case_check1,
    add constraint threat_case_classification_check check (case model when 'LEVELS' then classification in ('LOW', 'MEDIUM', 'HIGH')
        else classification in ('TRANSIENT', 'SERIOUS', 'VERY_SERIOUS') end),
    add constraint threat_case_check1 check ((stage = 'TRANSIENT') = (coalesce(classification, '') in ('TRANSIENT', 'LOW')));

create function relationships.threat_model_stays() returns trigger language plpgsql as $$
begin
    if new.model is distinct from old.model or new.model_rule is distinct from old.model_rule then
        raise exception 'a threat assessment keeps the model it was opened under';
    end if;
    return new;
end $$;
create trigger threat_model_stays before update of model, model_rule on relationships.threat_case for each row execute function relationships.threat_model_stays();

-- Where the principal is the administrator of the team, as in every case that knows no levels, the word is theirs, and nobody writes it down for them.
create function relationships.threat_word_is_ones_own() returns trigger language plpgsql as $$
begin
    if new.part = 'ADMINISTRATOR' and new.person_id is null and not exists (select from relationships.threat_case c
            where c.district_id = new.district_id and c.id = new.case_id and c.model = 'LEVELS') then
        raise exception 'an administrator says it themself in an assessment without levels';
    end if;
    return new;
end $$;
create trigger threat_word_is_ones_own before insert or update on relationships.threat_word for each row execute function relationships.threat_word_is_ones_own();

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('THREAT-MODEL', 'THREAT_MODEL', 'ALL', 1, 'threat model', '2000-01-01', null, 'Daywatch proposal, after CSTAG', true, 'A team says whether a threat is transient or substantive; an administrator, a counselor and law enforcement decide together.'),
('THREAT-MODEL-FL', 'THREAT_MODEL', 'STATE:FL', 2, 'threat model', '2026-01-01', null, 'Florida Administrative Code 6A-1.0019', true, 'A team says whether the level of a threat is low, medium or high. Counseling, instruction, law enforcement and an administrator who is not the principal decide together. They hear somebody who knows the student.');
