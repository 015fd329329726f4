package org.daywatch.planning.operationsplans.seal;

import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_OPENING;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which sealed plans somebody opened, for themselves. */
@Component
class PlanOpeningData implements PersonalData {

    private final DSLContext db;

    PlanOpeningData(DSLContext db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var t = OPERATIONS_PLAN_OPENING;
        return Map.of("operationsPlansOpened", db.select(t.PLAN_ID, t.OPENED_AT, t.PURPOSE).from(t)
                .where(t.PERSON_ID.eq(person)).orderBy(t.OPENED_AT).fetchMaps());
    }
}
