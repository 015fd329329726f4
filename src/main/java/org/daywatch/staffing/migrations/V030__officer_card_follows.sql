-- The card a department sees is drawn from the officer's file and goes with it, as when an import is undone.
alter table staffing.officer_card drop constraint if exists officer_card_agency_id_officer_id_fkey;
alter table staffing.officer_card add constraint officer_card_agency_id_officer_id_fkey
    foreign key (agency_id, officer_id) references staffing.officer on delete cascade;
