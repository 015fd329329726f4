-- A tip about the principal goes to the counselor alone: of the two at the school it is with one at least.
alter table relationships.queued_tip drop constraint queued_tip_check5;
alter table relationships.queued_tip add constraint queued_tip_is_with_the_school
    check (state not in ('ROUTED', 'ACKNOWLEDGED', 'WORKING') or routed && array['SCHOOL', 'MENTAL_HEALTH']);
