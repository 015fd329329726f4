-- Meetings and agreements go as wholes when their time is over: what hangs on one goes with it, also where it can only be added to.
alter table planning.meeting_seat drop constraint meeting_seat_agency_id_meeting_id_fkey,
    add foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade;
alter table planning.meeting_item drop constraint meeting_item_agency_id_meeting_id_fkey,
    add foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade;
alter table planning.meeting_attendance drop constraint meeting_attendance_agency_id_meeting_id_fkey,
    add foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade;
alter table planning.meeting_decision drop constraint meeting_decision_agency_id_meeting_id_fkey,
    add foreign key (agency_id, meeting_id) references planning.safety_meeting on delete cascade;
alter table planning.decision_voice drop constraint decision_voice_agency_id_decision_id_fkey,
    add foreign key (agency_id, decision_id) references planning.meeting_decision on delete cascade;
alter table planning.agreement_clause drop constraint agreement_clause_agency_id_agreement_id_fkey,
    add foreign key (agency_id, agreement_id) references planning.agreement on delete cascade;
alter table planning.agreement_signature drop constraint agreement_signature_agency_id_agreement_id_fkey,
    add foreign key (agency_id, agreement_id) references planning.agreement on delete cascade;
alter table planning.agreement_reminder
    add foreign key (agency_id, agreement_id) references planning.agreement on delete cascade;

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason) values
    ('SAFETY_MEETING', 1826, '2026-01-01', 'DELETE', 'Minutes of safety teams and who sat on them, five years, so that two program reviews can look back.'),
    ('AGREEMENT', 1826, '2026-01-01', 'DELETE', 'Agreements with districts, their texts and signatures, five years after their term.');
