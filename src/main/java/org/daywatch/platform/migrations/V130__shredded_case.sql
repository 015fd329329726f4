-- That the key of a case was destroyed, and from which day on no copy of it is left. Not what the case was.
create table platform.shredded_case (
    tenant_id   uuid not null,
    case_id     uuid not null,
    shredded_on date not null,
    final_on    date not null check (final_on >= shredded_on),
    primary key (tenant_id, case_id)
);
call platform.protect('platform.shredded_case', 'tenant', 'tenant_id', null, 'Cases whose key was destroyed, and when that is final');
call platform.append_only('platform.shredded_case');
