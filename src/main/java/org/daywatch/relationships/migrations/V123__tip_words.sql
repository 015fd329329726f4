-- What somebody outside the code decides about tips: words that lift one, who receives for whom, and what may go to police
-- although nobody's life is in danger. Dated: another list begins on its day.
create table relationships.danger_word (
    word       text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null,
    to_confirm boolean not null,
    primary key (word, valid_from)
);
call platform.exempt('relationships.danger_word', 'Words that lift a tip in the queue, the same for every tenant.');
grant select on relationships.danger_word to dw_app;

insert into relationships.danger_word (word, valid_from, source, to_confirm)
select word, '2026-01-01', 'Daywatch proposal', true from unnest(array[
    'gun', 'guns', 'pistol', 'rifle', 'knife', 'bomb', 'weapon', 'weapons', 'shoot', 'shooting', 'shooter', 'stab', 'kill', 'killing', 'killed',
    'suicide', 'suicidal', 'die', 'dying', 'overdose', 'pills', 'cutting', 'hurt', 'rape', 'raped', 'molested',
    'arma', 'armas', 'pistola', 'cuchillo', 'navaja', 'bomba', 'disparar', 'tiroteo', 'matar', 'matarme', 'matarse', 'suicidio', 'suicidarme', 'suicidarse',
    'morir', 'morirme', 'sobredosis', 'pastillas', 'cortarme', 'cortarse', 'hacerme daño', 'hacerse daño', 'violar', 'violación', 'abusó']) as word;

create table relationships.tip_receiver_role (
    receiver text not null check (receiver in ('SCHOOL', 'MENTAL_HEALTH', 'POLICE')),
    role     text not null check (role ~ '^[A-Z_]{2,40}$'),
    primary key (receiver, role)
);
call platform.exempt('relationships.tip_receiver_role', 'In which role somebody receives a tip that is routed, the same for every tenant; a role this release does not have receives nothing.');
grant select on relationships.tip_receiver_role to dw_app;
insert into relationships.tip_receiver_role (receiver, role) values ('SCHOOL', 'PRINCIPAL'), ('MENTAL_HEALTH', 'COUNSELOR'), ('POLICE', 'OFFICER');

create table relationships.tip_for_police (
    category   text not null check (category in ('SUICIDE', 'SELF_HARM', 'DEPRESSION', 'BULLYING', 'CYBERBULLYING', 'HARASSMENT', 'ABUSE', 'THREAT', 'PLANNED_ATTACK', 'WEAPON', 'DRUGS', 'SCHOOL_COMPLAINT', 'OTHER')),
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    source     text not null,
    to_confirm boolean not null,
    primary key (category, valid_from)
);
call platform.exempt('relationships.tip_for_police', 'Of what a tip may be shared with the officer at the school although nobody''s life is in danger, the same for every tenant.');
grant select on relationships.tip_for_police to dw_app;
insert into relationships.tip_for_police (category, valid_from, source, to_confirm) values
    ('THREAT', '2026-01-01', 'Daywatch proposal', true), ('PLANNED_ATTACK', '2026-01-01', 'Daywatch proposal', true), ('WEAPON', '2026-01-01', 'Daywatch proposal', true);
