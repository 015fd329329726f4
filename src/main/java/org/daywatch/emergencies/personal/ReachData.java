package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.PUSH_SUBSCRIPTION;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;
import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which alerts reached a person, what they answered, what was sent to them, and which browsers they allowed to be woken
 * (without their keys).
 */
@Component
@Transactional(readOnly = true)
class ReachData implements PersonalData {

    private final DSLContext db;

    ReachData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("alertsReached",
                db.selectFrom(REACH).where(REACH.PERSON_ID.eq(person)).orderBy(REACH.SINCE).fetchMaps(),
                "alertReceipts",
                db.selectFrom(RECEIPT).where(RECEIPT.PERSON_ID.eq(person)).orderBy(RECEIPT.AT).fetchMaps(),
                "alertMessages",
                db.selectFrom(REACH_ATTEMPT).where(REACH_ATTEMPT.PERSON_ID.eq(person)).orderBy(REACH_ATTEMPT.AT)
                        .fetchMaps(),
                "pushBrowsers",
                db.select(PUSH_SUBSCRIPTION.LABEL, PUSH_SUBSCRIPTION.ENDPOINT, PUSH_SUBSCRIPTION.SINCE)
                        .from(PUSH_SUBSCRIPTION)
                        .where(PUSH_SUBSCRIPTION.PERSON_ID.eq(person)).orderBy(PUSH_SUBSCRIPTION.SINCE).fetchMaps());
    }
}
