-- Woodmere's ordinance always let its chief waive the weekly limit; it had been entered as a plain refusal.

insert into staffing.cap_policy (id, policy_set, department, scope, shape, parameters, action, valid_from, valid_to, source, to_confirm, words, examples)
select id, policy_set, department, 'TEMPLATE', shape, parameters, action, valid_from, valid_to, source, to_confirm, words, examples
from jsonb_to_recordset($policies$
[
  {"id": "WDM-WEEK-20", "policy_set": "WOODMERE", "department": "Woodmere, Ohio", "shape": "WEEK", "parameters": {"hours": "20:00", "starts_on": "SUNDAY", "starts_at": "00:00", "counts": ["OFF_DUTY"]}, "action": "APPROVE", "valid_from": "2010-01-01", "valid_to": null, "source": "Codified ordinances of Woodmere, Ohio", "to_confirm": true, "words": "At most 20 off-duty hours in a work week; the chief may waive it for a time and tells the council. The source does not say when the week begins; Sunday midnight is assumed.",
   "examples": [
      {"says": "Four evenings of four hours and a fifth.", "zone": "America/New_York", "hours": ["OFF_DUTY_HERE 2026-02-09T18:00 04:00 x4"], "job": "2026-02-13T18:00 04:00", "shows": "20:00 of 20:00", "answer": "allowed"},
      {"says": "One hour too much waits for the chief.", "zone": "America/New_York", "hours": ["OFF_DUTY_HERE 2026-02-09T18:00 04:00 x4"], "job": "2026-02-13T18:00 05:00", "shows": "21:00 of 20:00", "answer": "APPROVE"}]}
]
$policies$::jsonb) as policy (id text, policy_set text, department text, shape text, parameters jsonb, action text,
    valid_from date, valid_to date, source text, to_confirm boolean, words text, examples jsonb)
on conflict (id, scope, valid_from) do update set action = excluded.action, words = excluded.words, examples = excluded.examples;
