-- A message keeps its words in every language, so that the inbox shows them in the one its reader reads now. What was sent
-- by mail or text stays in subject and body; messages stored before this have these only.
alter table platform.outbound_message
    add column subjects jsonb not null default '{}', -- {"en": "…", "es": "…"}
    add column bodies   jsonb not null default '{}';
