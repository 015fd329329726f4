-- When the second step was last taken in a session: a change to the ways in asks for a fresh one.
alter table platform.session add column second_proof_at timestamptz;
update platform.session set second_proof_at = proven_at where method <> 'PASSWORD';
