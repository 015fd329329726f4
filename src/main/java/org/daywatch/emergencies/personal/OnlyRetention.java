package org.daywatch.emergencies.personal;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Says to the database that it is retention which deletes: from most tables of this room nothing else may
 * (R__forgotten_only_by_retention.sql).
 */
@Component
public class OnlyRetention {

    private final DSLContext db;

    OnlyRetention(DSLContext db) {
        this.db = db;
    }

    /** @param work deletes within the transaction that is open, and says how many records */
    public int deletes(Supplier<Integer> work) {
        db.execute("select set_config('app.forgetting', 'on', true)");
        try {
            return work.get();
        } finally {
            db.execute("select set_config('app.forgetting', '', true)");
        }
    }
}
