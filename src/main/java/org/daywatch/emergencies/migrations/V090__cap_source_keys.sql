-- The sender's own signature inside the message, beside the key of the address it is posted to.
alter table emergencies.cap_source add column public_key bytea check (length(public_key) between 32 and 2000); -- SubjectPublicKeyInfo; null: the sender signs no messages
alter table emergencies.cap_notice add column signature text check (signature in ('NONE', 'NOT_CHECKED', 'VALID')); -- null: taken in before this was written down
