package org.daywatch.platform.tenancy;

import static org.daywatch_db.platform.Tables.ORGANIZATION;

import java.util.UUID;
import org.daywatch.platform.errors.Forbidden;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A piece of the running transaction, bound to another organization of the same program: to leave a message for its
 * people and ring its screens together with the fact. Only between an agency and its own districts and departments.
 */
@Component
public class OnBehalf {

    private final DSLContext db;

    OnBehalf(DSLContext db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void run(UUID organization, Runnable work) {
        UUID own = Tenancy.tenant();
        if (organization.equals(own)) {
            work.run();
            return;
        }
        boolean related = db.fetchExists(ORGANIZATION,
                ORGANIZATION.ID.eq(organization).and(ORGANIZATION.PARENT_ID.eq(own))
                        .or(ORGANIZATION.ID.eq(own).and(ORGANIZATION.PARENT_ID.eq(organization))));
        if (!related) throw new Forbidden("organization " + own + " has no program with " + organization);
        bind(organization);
        Tenancy.run(new Scope(organization, Tenancy.current().map(Scope::person).orElse(null)), work);
        bind(own); // not in a finally: after a failure the transaction is over, and with it the binding
    }

    private void bind(UUID tenant) {
        db.execute("select set_config('app.tenant', ?, true)", tenant.toString());
    }
}
