-- A PIN is short: its hash takes its time from now on (Argon2id, with its salt). One set before counts as it was.
alter table directory.visitor_kiosk drop constraint visitor_kiosk_pin_hash_check;
alter table directory.visitor_kiosk add check (octet_length(pin_hash) between 32 and 200);
