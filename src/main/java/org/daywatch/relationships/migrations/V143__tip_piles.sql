-- Tips of one school that were much alike within an hour carry one number: whoever reads them finds them as one line of the queue. Which
-- words were alike stands nowhere.
alter table relationships.queued_tip add column pile_id uuid;
create index queued_tip_pile on relationships.queued_tip (district_id, pile_id) where pile_id is not null;
