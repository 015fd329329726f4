-- Where no board excepts a campus, the state's marshal approves its plan in writing: for a reason nobody asks, by a letter that is named.
alter table transparency.campus_exception drop constraint campus_exception_reason_check;
alter table transparency.campus_exception add constraint campus_exception_reason_check check (reason in ('FUNDING', 'PERSONNEL', 'MARSHAL_APPROVAL'));
alter table transparency.campus_exception add column approval text not null default '' check (length(approval) <= 120); -- number or words of the marshal's letter
alter table transparency.campus_exception add constraint campus_exception_approval check ((reason = 'MARSHAL_APPROVAL') = (approval <> ''));
