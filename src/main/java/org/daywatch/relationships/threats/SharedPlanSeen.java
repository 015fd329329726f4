package org.daywatch.relationships.threats;

import static org.daywatch_db.relationships.Tables.SHARED_PLAN_SEEN;

import java.util.Set;
import java.util.UUID;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseWritten;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which officer has opened a shared plan as it stands, so that their first page says which one they have not. */
@Repository
@Transactional
public class SharedPlanSeen {

    private static final Set<String> MAKES_NEW = Set.of("DraftPlan", "Share");

    private final DSLContext db;

    SharedPlanSeen(DSLContext db) {
        this.db = db;
    }

    /** The district is bound. */
    @Transactional(readOnly = true)
    public boolean isNew(ThreatCase c, UUID officer) {
        var s = SHARED_PLAN_SEEN;
        return c.file().plan() != null && !c.stage().over()
                && !db.fetchExists(s, s.DISTRICT_ID.eq(c.district()), s.CASE_ID.eq(c.id()), s.PERSON_ID.eq(officer));
    }

    public void opened(ThreatCase c, UUID officer) {
        var s = SHARED_PLAN_SEEN;
        if (c.file().plan() != null)
            db.insertInto(s).set(s.DISTRICT_ID, c.district()).set(s.CASE_ID, c.id())
                    .set(s.PERSON_ID, officer).onConflictDoNothing().execute();
    }

    /** Another plan, or shared anew: nobody has seen it so. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ThreatCaseWritten fact) {
        var s = SHARED_PLAN_SEEN;
        if (MAKES_NEW.contains(fact.what()))
            db.deleteFrom(s).where(s.DISTRICT_ID.eq(fact.tenant())).and(s.CASE_ID.eq(fact.id())).execute();
    }
}
