package org.daywatch.planning.operationsplans.seal;

import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_OPENING;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.operationsplans.OperationsPlan;
import org.daywatch.platform.errors.NotFound;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Openings of plans as stored. */
@Repository
@Transactional
public class PlanOpeningStore {

    private final DSLContext db;
    private final Clock clock;

    PlanOpeningStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    int insert(OperationsPlan plan, PlanOpening o, @Nullable UUID link) {
        var t = OPERATIONS_PLAN_OPENING;
        return db.insertInto(t).set(t.DISTRICT_ID, plan.districtId()).set(t.ID, o.id()).set(t.PLAN_ID, plan.id())
                .set(t.PERSON_ID, o.person()).set(t.LINK_ID, link).set(t.OPENED_BY, o.by())
                .set(t.PURPOSE, o.purpose()).set(t.OPENED_AT, o.openedAt()).set(t.ENDS_AT, o.endsAt())
                .onConflictDoNothing().execute();
    }

    PlanOpening find(OperationsPlan plan, UUID opening, UUID person) {
        return list(OPERATIONS_PLAN_OPENING.PLAN_ID.eq(plan.id()).and(OPERATIONS_PLAN_OPENING.ID.eq(opening))
                .and(OPERATIONS_PLAN_OPENING.PERSON_ID.eq(person))).stream().findFirst()
                .orElseThrow(() -> new NotFound("opening " + opening));
    }

    /** Their own that lasts, the newest. */
    @Transactional(readOnly = true)
    public Optional<PlanOpening> lasting(OperationsPlan plan, UUID person) {
        return list(OPERATIONS_PLAN_OPENING.PLAN_ID.eq(plan.id()).and(OPERATIONS_PLAN_OPENING.PERSON_ID.eq(person))
                .and(OPERATIONS_PLAN_OPENING.ENDS_AT.gt(clock.instant()))).stream().findFirst();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<PlanOpening> list(OperationsPlan plan) {
        return list(OPERATIONS_PLAN_OPENING.PLAN_ID.eq(plan.id()));
    }

    private List<PlanOpening> list(Condition which) {
        return db.selectFrom(OPERATIONS_PLAN_OPENING).where(which).orderBy(OPERATIONS_PLAN_OPENING.OPENED_AT.desc())
                .fetch(o -> new PlanOpening(o.getId(), o.getPlanId(), o.getPersonId(), o.getOpenedBy(), o.getPurpose(),
                        o.getOpenedAt(), o.getEndsAt()));
    }
}
