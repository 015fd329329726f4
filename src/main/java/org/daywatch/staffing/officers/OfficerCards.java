package org.daywatch.staffing.officers;

import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what departments see of their officers in step with the files. */
@Component
@Transactional
public class OfficerCards {

    private static final String REFRESH = """
            insert into staffing.officer_card as card
                (agency_id, officer_id, department_id, full_name, badge, rank, state, permission_state, permission_until)
            select o.agency_id, o.id, o.department_id, o.full_name, o.badge, o.rank, o.state, coalesce(p.state, 'NONE'), p.until
              from staffing.officer o
              left join lateral (
                   select c.state, coalesce(c.expires_on, make_date(extract(year from c.issued_on)::int, 12, 31)) as until
                     from staffing.credential c
                    where c.agency_id = o.agency_id and c.officer_id = o.id and c.kind = 'WORK_PERMISSION'
                    order by c.issued_on desc, until desc limit 1) p on true
             where o.agency_id = {0} and ({1}::uuid is null or o.id = {1}::uuid)
            on conflict (agency_id, officer_id) do update set department_id = excluded.department_id, full_name = excluded.full_name,
                badge = excluded.badge, rank = excluded.rank, state = excluded.state, permission_state = excluded.permission_state,
                permission_until = excluded.permission_until
             where (card.department_id, card.full_name, card.badge, card.rank, card.state, card.permission_state, card.permission_until)
                   is distinct from (excluded.department_id, excluded.full_name, excluded.badge, excluded.rank, excluded.state,
                   excluded.permission_state, excluded.permission_until)
            """;

    private final DSLContext db;

    OfficerCards(DSLContext db) {
        this.db = db;
    }

    /** One officer's card, in the transaction that changed their file. */
    public void refresh(UUID officer) {
        db.execute(REFRESH, DSL.val(Tenancy.tenant()), DSL.val(officer, SQLDataType.UUID));
    }

    /** Every card of the agency that is bound; only those that differ are written. */
    public int refreshAll() {
        return db.execute(REFRESH, DSL.val(Tenancy.tenant()), DSL.val((UUID) null, SQLDataType.UUID));
    }
}
