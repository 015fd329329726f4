package org.daywatch.planning.personal;

import static org.daywatch_db.planning.Tables.DRILL_OBSERVATION;
import static org.daywatch_db.planning.Tables.DRILL_STARTER;
import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody handed in as an observer of drills, and which improvements they own, did or verified. */
@Component
@Transactional(readOnly = true)
class DrillData implements PersonalData {

    private final DSLContext db;

    DrillData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var o = DRILL_OBSERVATION;
        var i = IMPROVEMENT;
        var s = DRILL_STARTER;
        return Map.of("drillStarter",
                db.select(s.SCHOOL_ID, s.NAMED_AT, s.ENDED_AT).from(s).where(s.PERSON_ID.eq(person))
                        .orderBy(s.NAMED_AT).fetchMaps(),
                "drillsObserved",
                db.select(o.DRILL_ID, o.PLACE, o.YES, o.NO, o.WORDS, o.AT).from(o).where(o.PERSON_ID.eq(person))
                        .orderBy(o.AT).fetchMaps(),
                "improvementsOwned",
                db.select(i.ID, i.ISSUE, i.DUE).from(i).where(i.OWNER_PERSON.eq(person)).orderBy(i.DUE).fetchMaps(),
                "improvementsDone",
                db.select(i.ID, i.ISSUE, i.DONE_AT).from(i).where(i.DONE_PERSON.eq(person)).orderBy(i.DONE_AT)
                        .fetchMaps(),
                "improvementsVerified", db.select(i.ID, i.ISSUE, i.CLOSED_AT).from(i).where(i.CLOSED_PERSON.eq(person))
                        .orderBy(i.CLOSED_AT).fetchMaps());
    }
}
