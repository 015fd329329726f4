insert into staffing.prohibited_work (list, work_kind, source)
select 'MESA', kind, 'Mesa police department, off-duty program terms'
  from unnest(array['PROCESS_SERVING', 'DEBT_COLLECTION', 'PRIVATE_INVESTIGATION', 'LABOR_DISPUTE', 'OTHER_AGENCY_RESERVE']) kind
union all
select 'SURPRISE', kind, 'Surprise police department, off-duty program terms'
  from unnest(array['TOWING', 'BAIL_BONDS', 'PRIVATE_GUARD_FIRM', 'TAXI', 'ADULT_BUSINESS', 'ALCOHOL', 'MEDICAL_MARIJUANA']) kind;
