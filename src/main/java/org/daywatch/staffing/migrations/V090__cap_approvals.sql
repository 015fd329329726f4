-- A limit whose policy says "not without the department's word": the word asked for, given, refused, taken back.

create table staffing.cap_approval (
    agency_id     uuid not null,
    id            uuid not null,
    department_id uuid not null references platform.organization,
    officer_id    uuid not null,
    officer_name  text not null,
    post_id       uuid,            -- null: any post inside the window
    place         text not null,   -- the school's name, or in words what the window is for
    starts_at     timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
    policy_id     text not null, policy_words text not null,
    reached       interval not null, cap interval not null, -- allowed up to "reached"; anything further is asked anew
    state         text not null check (state in ('REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'REVOKED')),
    asked_by      uuid not null, asked_by_name text not null, asked_at timestamptz not null, asked_reason text not null default '',
    decided_by    uuid, decided_by_name text, decided_at timestamptz, decided_reason text, expires_at timestamptz,
    revoked_by    uuid, revoked_by_name text, revoked_at timestamptz, revoked_reason text,
    version       int not null default 0,
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references staffing.officer,
    foreign key (agency_id, post_id) references staffing.post,
    check (state not in ('APPROVED', 'REVOKED') or (decided_by is not null and decided_at is not null and expires_at is not null)),
    check ((state = 'REVOKED') = (revoked_at is not null))
);
call platform.protect('staffing.cap_approval', 'shared', 'agency_id', 'department_id', 'The department''s word that one officer may go beyond one limit, once');
create index cap_approval_officer on staffing.cap_approval (agency_id, officer_id, ends_at);
create index cap_approval_department on staffing.cap_approval (department_id, asked_at desc);
create unique index one_question_at_a_time on staffing.cap_approval (agency_id, officer_id, post_id, policy_id) where state = 'REQUESTED';

insert into platform.role_permission (role, permission) values
    ('DEPARTMENT_SUPERVISOR', 'CAPS_APPROVE'), ('DEPARTMENT_SUPERVISOR', 'WORK_PERMIT'), ('AGENCY_ADMIN', 'TERMS_READ'), ('COORDINATOR', 'TERMS_READ'),
    ('DEPARTMENT_ADMIN', 'DEPARTMENT_READ'), ('DEPARTMENT_ADMIN', 'CAPS_APPROVE'), ('DEPARTMENT_ADMIN', 'WORK_PERMIT'), ('DEPARTMENT_ADMIN', 'TERMS_EDIT'),
    ('DEPARTMENT_ADMIN', 'USERS_EDIT'), ('DEPARTMENT_ADMIN', 'AUDIT_READ'), ('DEPARTMENT_ADMIN', 'RULES_READ'), ('DEPARTMENT_ADMIN', 'OWN_ACCOUNT')
on conflict do nothing;
