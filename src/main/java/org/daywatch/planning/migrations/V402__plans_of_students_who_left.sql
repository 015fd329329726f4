-- Why a plan ended: '' replaced or taken back; LEFT its student is no longer one of the school. One who is back before it is forgotten has it again.
alter table planning.individual_plan add column ended_why text not null default '' check (ended_why in ('', 'LEFT'));
alter table planning.individual_plan add constraint individual_plan_ended_why check (ended_why = '' or ended_at is not null);
update platform.retention_rule set reason = 'An individual plan that has been replaced or taken back, or whose student has left the school, is of no use to anybody.' where kind = 'INDIVIDUAL_PLAN';
