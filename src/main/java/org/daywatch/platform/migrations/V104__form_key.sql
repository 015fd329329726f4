-- What the forms of a session carry against posts from elsewhere: another with each session, the same while it lasts.
alter table platform.session add column form_key uuid not null default gen_random_uuid();
