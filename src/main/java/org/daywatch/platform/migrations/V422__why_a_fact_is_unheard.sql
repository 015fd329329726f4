-- Why a room did not take in a fact, in the words of what went wrong the last time; empty where it was never told, or nobody lived to say.
alter table platform.event_publication add column reason text;
