-- Whose account a member of a safety team has; who closed a meeting, so that another approves its minutes; an owner finds what is his.
alter table planning.team_member add column person uuid;
alter table planning.safety_meeting
    add column closed_by       text, -- null: closed before this was kept
    add column closed_person   uuid,
    add column approved_person uuid, -- null: he has no account
    add column approval_noted_by text not null default ''; -- who wrote the approval down, where the approver did not press it himself
create index improvement_owner on planning.improvement (owner_person) where owner_person is not null and state = 'OPEN';

-- A drill that was held may have to be announced to the public afterward.
alter table planning.drill_notice drop constraint drill_notice_audience_check;
alter table planning.drill_notice add constraint drill_notice_audience_check check (audience in ('STAFF', 'FAMILIES', 'PUBLIC'));

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('AFTER-ACTION-WITHIN', 'AFTER_ACTION_WITHIN', 'ALL', 14, 'days', '2000-01-01', null, 'Daywatch proposal; no state that asks for an after-action report was found to say by when', true,
 'What a drill or a real alert taught is written down within so many days.');
