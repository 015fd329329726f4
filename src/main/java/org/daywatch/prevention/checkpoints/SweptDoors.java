package org.daywatch.prevention.checkpoints;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.util.UUID;
import org.daywatch.prevention.SweepSheets;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A school that has named an outer door sweeps by its sheet. */
@Component
@Transactional(readOnly = true)
class SweptDoors implements SweepSheets {

    private final DSLContext db;

    SweptDoors(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean kept(UUID school) {
        return db.fetchExists(CHECKPOINT,
                CHECKPOINT.SCHOOL_ID.eq(school).and(CHECKPOINT.OUTER_DOOR).and(CHECKPOINT.RETIRED_AT.isNull()));
    }
}
