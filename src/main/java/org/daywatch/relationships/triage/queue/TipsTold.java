package org.daywatch.relationships.triage.queue;

import static org.daywatch_db.relationships.Tables.TIP_TOLD;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who was told that a tip about a life waits. The district is bound. */
@Repository
@Transactional
public class TipsTold {

    private final DSLContext db;

    TipsTold(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Set<UUID> of(UUID tip) {
        return db.select(TIP_TOLD.PERSON_ID).from(TIP_TOLD).where(TIP_TOLD.TIP_ID.eq(tip)).fetchSet(TIP_TOLD.PERSON_ID);
    }

    @Transactional(readOnly = true)
    public Set<UUID> to(UUID person) {
        return db.select(TIP_TOLD.TIP_ID).from(TIP_TOLD).where(TIP_TOLD.PERSON_ID.eq(person)).fetchSet(TIP_TOLD.TIP_ID);
    }

    public void keep(UUID district, UUID tip, Collection<UUID> people, Instant now) {
        for (var person : people)
            db.insertInto(TIP_TOLD).set(TIP_TOLD.DISTRICT_ID, district).set(TIP_TOLD.TIP_ID, tip)
                    .set(TIP_TOLD.PERSON_ID, person).set(TIP_TOLD.TOLD_AT, now).onConflictDoNothing().execute();
    }
}
