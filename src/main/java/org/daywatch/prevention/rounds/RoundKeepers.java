package org.daywatch.prevention.rounds;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;
import static org.daywatch_db.prevention.Tables.ROUND;
import static org.daywatch_db.prevention.Tables.SIGHTING;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What of rounds is forgotten, and when. */
final class RoundKeepers {

    private RoundKeepers() {}

    /** With everything seen on it. */
    @Component
    record Rounds(DSLContext db) implements RecordKeeper {

        @Override
        public String kind() {
            return "ROUND";
        }

        @Override
        public int forget(Instant before) {
            return db.deleteFrom(ROUND).where(ROUND.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(ROUND.DAY.lt(before.atOffset(ZoneOffset.UTC).toLocalDate())).and(ROUND.STATE.ne("WALKING"))
                    .execute();
        }
    }

    /** Only a retired one that no sheet names any more. */
    @Component
    record Checkpoints(DSLContext db) implements RecordKeeper {

        @Override
        public String kind() {
            return "CHECKPOINT";
        }

        @Override
        public int forget(Instant before) {
            var named = DSL.selectOne().from(SIGHTING).where(SIGHTING.AGENCY_ID.eq(CHECKPOINT.AGENCY_ID))
                    .and(SIGHTING.CHECKPOINT_ID.eq(CHECKPOINT.ID));
            return db.deleteFrom(CHECKPOINT).where(CHECKPOINT.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(CHECKPOINT.RETIRED_AT.lt(before)).andNotExists(named).execute();
        }
    }
}
