-- Of the codes that open the same door the newest counts; those that were asked for at the same moment lived side by side.
update platform.one_time_code c set used_at = c.created_at
where c.used_at is null and c.purpose in ('INVITATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'RECOVERY')
  and exists (select from platform.one_time_code newer
              where newer.used_at is null and newer.purpose = c.purpose and newer.person_id = c.person_id
                and (c.purpose <> 'INVITATION' or newer.org_id = c.org_id and newer.role = c.role)
                and (newer.created_at, newer.code_hash) > (c.created_at, c.code_hash));
create unique index one_time_code_invitation on platform.one_time_code (person_id, org_id, role)
    where purpose = 'INVITATION' and used_at is null;
create unique index one_time_code_alive on platform.one_time_code (purpose, person_id)
    where purpose in ('PASSWORD_RESET', 'EMAIL_CHANGE', 'RECOVERY') and used_at is null;
