-- Consent is asked for a restorative conference too: about each student who would come.
alter table directory.consent drop constraint consent_matter_check;
alter table directory.consent add constraint consent_matter_check check (matter in ('MENTORING', 'COUNSELING', 'CONFERENCE'));
