-- What a funded post may cost in a school year (July to June), and what an hour of it costs: together they say what is left. Unknown is
-- not zero.
alter table directory.funded_post
    add column year_award_cents bigint check (year_award_cents >= 0),
    add column hour_cents int check (hour_cents > 0);
