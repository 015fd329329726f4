-- Instruments name their items as they like: a gap is an item of one instrument, whatever the edition.
alter table prevention.finding add column instrument text not null default '';
update prevention.finding f set instrument = a.instrument from prevention.assessment a where f.source = 'ASSESSMENT' and a.agency_id = f.agency_id and a.id = f.source_id;
drop index prevention.finding_item;
create unique index finding_item on prevention.finding (agency_id, school_id, instrument, item) where state <> 'CLOSED' and source = 'ASSESSMENT';

-- What a round saw is kept as it was tapped, so that whoever reads it reads it in his language. Lines of before keep the words of whoever walked.
alter table prevention.finding_line
    add column breach_result text, -- of the sighting: propped, unlocked, broken, open
    add column breach_done text not null default '', -- what was done about it at once
    add column breach_point text not null default '', -- as the door was called then
    add column breach_note text not null default ''; -- in the words of whoever saw it
