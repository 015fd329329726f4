-- Dismissed for misconduct: some states are told of it within hours.
alter table staffing.duty_status drop constraint duty_status_kind_check;
alter table staffing.duty_status add constraint duty_status_kind_check
    check (kind in ('LIGHT_DUTY', 'INJURED', 'FIELD_TRAINING', 'RELIEVED_OF_DUTY', 'UNDER_INVESTIGATION', 'SUSPENDED', 'DISMISSED'));
