package org.daywatch.prevention.rounds;

import static org.daywatch_db.prevention.Tables.ROUND;
import static org.daywatch_db.prevention.Tables.SIGHTING;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rounds a person walked here, and what they noted on them. */
@Component
@Transactional(readOnly = true)
class RoundData implements PersonalData {

    private final DSLContext db;

    RoundData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var walked = ROUND.WALKER_PERSON.eq(person);
        return Map.of("rounds", db.selectFrom(ROUND).where(walked).orderBy(ROUND.STARTED_AT).fetchMaps(),
                "sightings",
                db.selectFrom(SIGHTING).where(SIGHTING.ROUND_ID.in(DSL.select(ROUND.ID).from(ROUND).where(walked)))
                        .orderBy(SIGHTING.AT).fetchMaps());
    }
}
