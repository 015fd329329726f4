package org.daywatch.relationships.triage.duty;

import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP_DISCLOSURE;
import static org.daywatch_db.relationships.Tables.TIP_TOLD;
import static org.daywatch_db.relationships.Tables.TIP_TURN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a person is on duty for tips, when they were told that one waits, and how many they gave a class or acted on
 * last. When they got one as police stands there too. Which tips these were stays where they are read.
 */
@Component
@Transactional(readOnly = true)
class TipData implements PersonalData {

    private final DSLContext db;

    TipData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var q = QUEUED_TIP;
        return Map.of("tipDuty",
                db.select(TIP_TURN.WEEKDAY, TIP_TURN.FROM_TIME, TIP_TURN.UNTIL_TIME, TIP_TURN.RANK).from(TIP_TURN)
                        .where(TIP_TURN.PERSON_ID.eq(person)).orderBy(TIP_TURN.WEEKDAY, TIP_TURN.FROM_TIME).fetchMaps(),
                "tipsToldToMe",
                db.select(TIP_TOLD.TOLD_AT).from(TIP_TOLD).where(TIP_TOLD.PERSON_ID.eq(person))
                        .orderBy(TIP_TOLD.TOLD_AT).fetchMaps(),
                "tipsSentToMe", db.select(TIP_DISCLOSURE.DISCLOSED_AT).from(TIP_DISCLOSURE)
                        .where(TIP_DISCLOSURE.PERSON_ID.eq(person)).orderBy(TIP_DISCLOSURE.DISCLOSED_AT).fetchMaps(),
                "tipsOfMine", List.of(Map.of("given_a_class", db.fetchCount(q, q.ANALYST_ID.eq(person)),
                        "acted_on_last", db.fetchCount(q, q.STATE_BY.eq(person)), "sent_to_police",
                        db.fetchCount(TIP_DISCLOSURE, TIP_DISCLOSURE.DISCLOSED_BY.eq(person)))));
    }
}
