-- Pictures of plans are encrypted from now on and so a little longer; what is there already is encrypted at the next start.
alter table directory.site_plan drop constraint site_plan_image_check;
alter table directory.site_plan add constraint site_plan_image_check check (length(image) <= 5242880 + 64);

-- A plan shown by a link for responders: one opening for each link, however often its page is loaded.
alter table directory.plan_opening add column link_id uuid;
create unique index plan_opening_by_link on directory.plan_opening (district_id, link_id, plan_id) where link_id is not null;
