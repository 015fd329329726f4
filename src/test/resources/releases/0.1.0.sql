-- An installation of release 0.1.0 with rows in its tables: two programs that know nothing of each other. Never changed afterward.
create temp table program (n int);
insert into program values (1), (2);
create function pg_temp.id(n int, what text) returns uuid language sql as $$ select md5(n || ' ' || what)::uuid $$;
create function pg_temp.at(clock text) returns timestamptz language sql as $$ select ('2026-08-03 ' || clock || ' America/Phoenix')::timestamptz $$;

insert into platform.organization (id, kind, name, state) select pg_temp.id(n, 'agency'), 'AGENCY', 'Cooperative ' || n, 'AZ' from program;
insert into platform.organization (id, kind, name, state, external_id, parent_id)
    select pg_temp.id(n, 'district'), 'DISTRICT', 'Mesquite Unified ' || n, 'AZ', '04000' || n, pg_temp.id(n, 'agency') from program
    union all select pg_temp.id(n, 'department'), 'DEPARTMENT', 'Copper Valley Police ' || n, 'AZ', 'AZ000' || n, pg_temp.id(n, 'agency') from program;
insert into platform.account (person_id, email, password_hash, full_name) select pg_temp.id(n, who), who || n || '@story.example', 'hash', initcap(who) || ' Alder' from program, unnest(array['coordinator', 'officer', 'principal']) who;
insert into platform.membership (org_id, person_id, role, full_name, email, school_id)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'coordinator'), 'COORDINATOR', 'Coordinator Alder', 'coordinator' || n || '@story.example', null::uuid from program
    union all select pg_temp.id(n, 'agency'), pg_temp.id(n, 'officer'), 'OFFICER', 'Officer Alder', 'officer' || n || '@story.example', null from program
    union all select pg_temp.id(n, 'district'), pg_temp.id(n, 'principal'), 'PRINCIPAL', 'Principal Alder', 'principal' || n || '@story.example', pg_temp.id(n, 'school') from program;
insert into platform.session (token_hash, id, person_id, org_id, role, method, capacity, created_at, last_seen, proven_at, expires_at)
    select sha256(n::text::bytea), pg_temp.id(n, 'session'), pg_temp.id(n, 'officer'), pg_temp.id(n, 'agency'), 'OFFICER', 'PASSWORD', 'SCHOOL_AGENT', pg_temp.at('06:00'), pg_temp.at('06:00'), pg_temp.at('06:00'), pg_temp.at('18:00') from program;
insert into platform.one_time_code (code_hash, purpose, person_id, email, org_id, role, created_at, expires_at)
    select sha256(('code ' || n)::bytea), 'INVITATION', pg_temp.id(n, 'new'), 'new' || n || '@story.example', pg_temp.id(n, 'agency'), 'COORDINATOR', pg_temp.at('06:00'), pg_temp.at('07:00') from program;
insert into platform.passkey_user (id, person_id, name, display_name) select sha256(('handle ' || n)::bytea), pg_temp.id(n, 'officer'), 'officer' || n || '@story.example', 'Officer Alder' from program;
insert into platform.passkey (credential_id, user_id, public_key, signature_count, uv_initialized, backup_eligible, backup_state, transports, label, created_at, last_used)
    select sha256(('key ' || n)::bytea), sha256(('handle ' || n)::bytea), 'key', 0, true, true, false, 'internal', 'phone', pg_temp.at('06:00'), pg_temp.at('06:00') from program;
insert into platform.recovery (org_id, id, person_id, reason, requested_by, requested_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'recovery'), pg_temp.id(n, 'officer'), 'lost their telephone', pg_temp.id(n, 'coordinator'), pg_temp.at('06:00') from program;
insert into platform.audit_head (tenant_id, seq, hash) select pg_temp.id(n, 'agency'), 1, sha256('line') from program;
insert into platform.audit_line (tenant_id, seq, at, person_id, role, capacity, action, subject, detail, prev_hash, hash)
    select pg_temp.id(n, 'agency'), 1, pg_temp.at('06:00'), pg_temp.id(n, 'coordinator'), 'COORDINATOR', 'NONE', 'ShiftAccepted', 'shift', '{}', decode(repeat('00', 32), 'hex'), sha256('line') from program;
insert into platform.outbound_message (tenant_id, id, topic, subject, body, created_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'message'), 'SHIFT_OFFERED', 'A post', 'From 7:15.', pg_temp.at('06:00') from program;
insert into platform.delivery (tenant_id, id, message_id, person_id, channel, address, state, due_at, sent_at, provider_id)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, channel), pg_temp.id(n, 'message'), pg_temp.id(n, 'officer'), channel, 'where', 'SENT', pg_temp.at('06:00'), pg_temp.at('06:00'), n || ' ' || channel from program, unnest(array['IN_APP', 'EMAIL', 'SMS']) channel;
insert into platform.notification_choice (tenant_id, person_id, channels, phone, quiet_from, quiet_to, zone) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'officer'), '{IN_APP,SMS}', '+16025550142', '22:00', '05:00', 'America/Phoenix' from program;
insert into platform.live_event (tenant_id, topic) select pg_temp.id(n, 'agency'), 'board' from program;
insert into platform.submitted_form (tenant_id, form_id) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'form') from program;
insert into platform.setting values ('installation', 'real');
insert into platform.calendar_feed (token_hash, tenant_id, person_id, created_at) select sha256(('feed ' || n)::bytea), pg_temp.id(n, 'agency'), pg_temp.id(n, 'officer'), pg_temp.at('06:00') from program;

insert into directory.school (agency_id, id, district_id, nces_id, name, status, low_grade, high_grade, level, city, state, zip, enrollment, zone, latitude, longitude, desk_code)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'school'), pg_temp.id(n, 'district'), '04000' || n || '000001', 'Mesquite High', 'Open', '09', '12', 'HIGH', 'Mesa', 'AZ', '85201', 1200, 'America/Phoenix', 33.4, -111.8, 'OAK-17' from program
    union all select pg_temp.id(n, 'agency'), pg_temp.id(n, 'unknown'), pg_temp.id(n, 'district'), null, 'Window Rock', 'New', null, null, 'OTHER', '', 'AZ', '', null, 'America/Denver', null, null, 'ELM-20' from program;
insert into directory.building (agency_id, id, district_id, school_id, name) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'building'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), 'Main' from program;
insert into directory.room (agency_id, id, district_id, building_id, name) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'room'), pg_temp.id(n, 'district'), pg_temp.id(n, 'building'), '101' from program;
insert into directory.bell_schedule (agency_id, id, district_id, school_id, kind, first_bell, last_bell) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'bells'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), 'REGULAR', '07:30', '14:30' from program;
insert into directory.calendar (agency_id, id, district_id, name, first_day, last_day) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'calendar'), pg_temp.id(n, 'district'), '2026-27', '2026-08-03', '2027-05-28' from program;
insert into directory.calendar_day (agency_id, id, district_id, calendar_id, day, kind, note) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'day'), pg_temp.id(n, 'district'), pg_temp.id(n, 'calendar'), '2026-09-07', 'HOLIDAY', 'Labor Day' from program;
insert into directory.import_run (agency_id, id, kind, file_name, file_sha256, state, rows_read, accepted, refused, created, started_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'run'), 'NCES', 'schools.csv', 'sum', 'DONE', 2, 1, 1, 1, pg_temp.at('06:00') from program;
insert into directory.import_problem (agency_id, run_id, seq, line, field, value, reason) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'run'), 1, 3, 'Status', 'Gone', 'is no status' from program;
insert into directory.import_change (agency_id, run_id, seq, table_name, row_id) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'run'), 1, 'directory.school', pg_temp.id(n, 'school') from program;
insert into directory.roster_class (district_id, id, agency_id, school_id, sourced_id, title) select pg_temp.id(n, 'district'), pg_temp.id(n, 'class'), pg_temp.id(n, 'agency'), pg_temp.id(n, 'school'), 'c1', 'Algebra' from program;
insert into directory.roster_person (district_id, id, sourced_id, role, given_name, family_name) select pg_temp.id(n, 'district'), pg_temp.id(n, 'student'), 'p1', 'student', 'Sage', 'Alder' from program;
insert into directory.roster_enrollment (district_id, id, sourced_id, class_id, person_id, role) select pg_temp.id(n, 'district'), pg_temp.id(n, 'enrollment'), 'e1', pg_temp.id(n, 'class'), pg_temp.id(n, 'student'), 'student' from program;
insert into directory.academic_session (district_id, id, sourced_id, title, kind, first_day, last_day) select pg_temp.id(n, 'district'), pg_temp.id(n, 'term'), 't1', 'Fall', 'term', '2026-08-03', '2026-12-18' from program;

insert into staffing.department_terms (agency_id, department_id, policy_set, zone) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'department'), 'PROGRAM', 'America/Phoenix' from program;
insert into staffing.officer (agency_id, id, person_id, department_id, full_name, email, badge, rank, hired_on, availability, wishes)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'file'), pg_temp.id(n, 'officer'), pg_temp.id(n, 'department'), 'Officer Alder', 'officer' || n || '@story.example', 'B-1', 'OFFICER', '2015-01-01'::date, '[{"weekday":1,"from":"06:00","to":"18:00"}]'::jsonb, '{"levels":["HIGH"]}'::jsonb from program
    union all select pg_temp.id(n, 'agency'), pg_temp.id(n, 'file 2'), pg_temp.id(n, 'officer 2'), pg_temp.id(n, 'department'), 'Second Alder', 'second' || n || '@story.example', 'B-2', 'SERGEANT', null, '[]', '{}' from program;
insert into staffing.officer_card (agency_id, officer_id, department_id, full_name, badge, rank, state, permission_state, permission_until) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'file'), pg_temp.id(n, 'department'), 'Officer Alder', 'B-1', 'OFFICER', 'ACTIVE', 'VALID', '2026-12-31' from program
    on conflict do nothing;
insert into staffing.credential (agency_id, id, officer_id, kind, issued_on, expires_on) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'credential'), pg_temp.id(n, 'file'), 'WORK_PERMISSION', '2026-01-01', '2026-12-31' from program;
insert into staffing.school_block (agency_id, id, district_id, school_id, officer_id, reason, placed_by, placed_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'block'), pg_temp.id(n, 'district'), pg_temp.id(n, 'unknown'), pg_temp.id(n, 'file'), 'spoke harshly', pg_temp.id(n, 'principal'), pg_temp.at('06:00') from program;
insert into staffing.detail_request (agency_id, id, district_id, school_id, number, kind, role, officers, first_day, last_day, reason, duties, state, created_at)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'request'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), 'R-2026-0001', 'TERM', 'SSO', 1, '2026-08-03', '2026-12-18', 'term coverage', 'gates and halls', 'ACCEPTED', pg_temp.at('06:00') from program;
insert into staffing.post (agency_id, id, district_id, school_id, request_id, day, seat, starts_at, ends_at, role, bell_kind, state, posted_at, posted_rank)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'post ' || seat), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), pg_temp.id(n, 'request'), '2026-08-03', seat, pg_temp.at('07:15'), pg_temp.at('14:45'), 'SSO', 'REGULAR', case seat when 1 then 'FILLED' else 'OPEN' end, pg_temp.at('06:00'), 1 from program, generate_series(1, 2) seat;
insert into staffing.shift (agency_id, id, district_id, school_id, post_id, officer_id, person_id, officer_name, department_id, starts_at, ends_at, state, accepted_at, accepted_by, checked_in_at, check_in_proof, checked_out_at, checkout_note, school_name)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'shift'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), pg_temp.id(n, 'post 1'), pg_temp.id(n, 'file'), pg_temp.id(n, 'officer'), 'Officer Alder', pg_temp.id(n, 'department'), pg_temp.at('07:15'), pg_temp.at('14:45'), 'ENDED', pg_temp.at('06:00'), 'OFFICER', pg_temp.at('07:10'), 'DESK_CODE', pg_temp.at('14:45'), 'Gate 2 sticks.', 'Mesquite High' from program;
insert into staffing.officer_busy (owner_id, id, person_id, during) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'shift'), pg_temp.id(n, 'officer'), tstzrange(pg_temp.at('07:15'), pg_temp.at('14:45')) from program;
insert into staffing.hour_entry (agency_id, id, department_id, officer_id, person_id, kind, starts_at, ends_at, planned, source, source_id)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'hours'), pg_temp.id(n, 'department'), pg_temp.id(n, 'file'), pg_temp.id(n, 'officer'), 'OFF_DUTY_HERE', pg_temp.at('07:15'), pg_temp.at('14:45'), false, 'shift', pg_temp.id(n, 'shift') from program;
insert into staffing.trade (agency_id, id, shift_id, from_officer, to_officer, state, proposed_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'trade'), pg_temp.id(n, 'shift'), pg_temp.id(n, 'file'), pg_temp.id(n, 'file 2'), 'DECLINED', pg_temp.at('06:00') from program;
insert into staffing.site_pack (agency_id, school_id, district_id, version, contacts, keys, radio, broken_doors, post_orders, updated_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'school'), pg_temp.id(n, 'district'), 1, 'front desk', 'at the desk', 'channel 2', 'gate 2', 'stand at the gate', pg_temp.at('06:00') from program;
insert into staffing.site_pack_reading (agency_id, school_id, version, officer_id, read_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'school'), 1, pg_temp.id(n, 'file'), pg_temp.at('06:30') from program;
insert into staffing.absence (agency_id, id, district_id, school_id, shift_id, left_at, back_at, reason) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'absence'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), pg_temp.id(n, 'shift'), pg_temp.at('10:00'), pg_temp.at('10:20'), 'court' from program;
insert into staffing.capacity_change (agency_id, id, district_id, school_id, shift_id, officer_id, capacity, at, reason) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'capacity'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), pg_temp.id(n, 'shift'), pg_temp.id(n, 'file'), 'SCHOOL_AGENT', pg_temp.at('07:10'), 'checked in' from program;
insert into staffing.coverage_gap (agency_id, id, district_id, school_id, post_id, day, starts_at, ends_at, reason) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'gap'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), pg_temp.id(n, 'post 2'), '2026-08-03', pg_temp.at('07:15'), pg_temp.at('14:45'), 'NOT_FILLED' from program;
insert into staffing.coverage_day (agency_id, district_id, school_id, day, posts, filled, required_minutes, covered_minutes, uncovered_minutes, gaps, closed_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'district'), pg_temp.id(n, 'school'), '2026-08-03', 2, 1, 900, 450, 450, 1, pg_temp.at('15:00') from program;
insert into staffing.post_job (agency_id, id, from_day, to_day, open_after, state, started_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'job'), '2026-08-03', '2026-08-07', true, 'DONE', pg_temp.at('06:00') from program;
insert into staffing.cap_approval (agency_id, id, department_id, officer_id, officer_name, post_id, place, starts_at, ends_at, policy_id, policy_words, reached, cap, state, asked_by, asked_by_name, asked_at)
    select pg_temp.id(n, 'agency'), pg_temp.id(n, 'approval'), pg_temp.id(n, 'department'), pg_temp.id(n, 'file'), 'Officer Alder', pg_temp.id(n, 'post 2'), 'Mesquite High', pg_temp.at('07:15'), pg_temp.at('14:45'), 'WEEK', 'words', '21 hours', '20 hours', 'REQUESTED', pg_temp.id(n, 'coordinator'), 'Coordinator Alder', pg_temp.at('06:00') from program;
insert into staffing.permission_reminder (agency_id, officer_id, last_day, days_ahead, told_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'file'), '2026-12-31', 30, pg_temp.at('06:00') from program;
insert into staffing.term_agreement (owner_id, id, chosen, role, officers, first_day, last_day, weekdays, reason, duties, work_kind, state, started_at) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'agreement'), 'every high school', 'SSO', 1, '2026-08-03', '2026-12-18', '{1,2,3,4,5}', 'term coverage', 'gates', 'SCHOOL_SAFETY', 'AGREED', pg_temp.at('06:00') from program;
insert into staffing.term_agreement_school (owner_id, agreement_id, school_id, school_name, posts) select pg_temp.id(n, 'agency'), pg_temp.id(n, 'agreement'), pg_temp.id(n, 'school'), 'Mesquite High', 90 from program;
