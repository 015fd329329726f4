-- Undoing an import removes files; the card shown to the department goes with its file.
alter table staffing.officer_card drop constraint officer_card_agency_id_officer_id_fkey;
alter table staffing.officer_card add constraint officer_card_of_file foreign key (agency_id, officer_id)
    references staffing.officer on delete cascade;
