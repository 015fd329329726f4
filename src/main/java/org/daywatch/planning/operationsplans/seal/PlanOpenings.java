package org.daywatch.planning.operationsplans.seal;

import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_OPENING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.PlanOpened;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.operationsplans.OperationsPlan;
import org.daywatch.planning.operationsplans.PlanNotices;
import org.daywatch.planning.operationsplans.PlanTexts;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Breaks the seal of a plan for a while and keeps who did and why. The district is bound. */
@Repository
@Transactional
public class PlanOpenings {

    public static final Duration FOR_READERS = Duration.ofMinutes(15);
    /** Who writes a plan has its text before them for a working day. */
    public static final Duration FOR_WRITERS = Duration.ofHours(8);
    private static final int SHORTEST_PURPOSE = 5;
    private static final int LONGEST_PURPOSE = 200;

    private final DSLContext db;
    private final PlanTexts texts;
    private final PlanNotices notices;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    PlanOpenings(DSLContext db, PlanTexts texts, PlanNotices notices, AuditLog audit, Facts facts, Clock clock) {
        this.db = db;
        this.texts = texts;
        this.notices = notices;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param writes they may change this edition; it is a draft. @param purpose why, in at least five letters */
    public PlanOpening open(OperationsPlan plan, UUID person, String by, String purpose, boolean writes) {
        String why = purpose.strip();
        if (why.length() < SHORTEST_PURPOSE || why.length() > LONGEST_PURPOSE)
            throw new InvalidInput("purpose", purpose, "eop.error.purpose");
        Instant now = clock.instant();
        var opening = new PlanOpening(Ids.next(), plan.id(), person, by, why, now,
                now.plus(writes ? FOR_WRITERS : FOR_READERS));
        insert(plan, opening, null);
        tell(plan, opening);
        return opening;
    }

    /** What the holder of a responder's link reads until the link ends; kept and told once for each link. */
    public PlanContent byLink(OperationsPlan plan, UUID link, String by, String purpose, Instant until) {
        var opening = new PlanOpening(Ids.next(), plan.id(), null, by, purpose, clock.instant(), until);
        if (insert(plan, opening, link) == 1) tell(plan, opening);
        return texts.get(plan);
    }

    private int insert(OperationsPlan plan, PlanOpening o, @Nullable UUID link) {
        var t = OPERATIONS_PLAN_OPENING;
        return db.insertInto(t).set(t.DISTRICT_ID, plan.districtId()).set(t.ID, o.id()).set(t.PLAN_ID, plan.id())
                .set(t.PERSON_ID, o.person()).set(t.LINK_ID, link).set(t.OPENED_BY, o.by())
                .set(t.PURPOSE, o.purpose()).set(t.OPENED_AT, o.openedAt()).set(t.ENDS_AT, o.endsAt())
                .onConflictDoNothing().execute();
    }

    private void tell(OperationsPlan plan, PlanOpening o) {
        facts.tell(new PlanOpened(plan.agencyId(), plan.id(), o.openedAt(), plan.schoolId(), plan.edition(),
                o.purpose(), o.by()));
        notices.opened(plan, o.by(), o.purpose());
    }

    /** @throws Refused once it has ended. @throws NotFound for an opening of somebody else */
    @Transactional(readOnly = true)
    public PlanOpening get(OperationsPlan plan, UUID opening, UUID person) {
        var found = find(plan, opening, person);
        if (!clock.instant().isBefore(found.endsAt())) throw new Refused(PlanningRefusal.OPERATIONS_PLAN_SEALED);
        return found;
    }

    @Transactional(readOnly = true)
    public boolean lasts(OperationsPlan plan, UUID opening, UUID person) {
        return clock.instant().isBefore(find(plan, opening, person).endsAt());
    }

    private PlanOpening find(OperationsPlan plan, UUID opening, UUID person) {
        return list(OPERATIONS_PLAN_OPENING.PLAN_ID.eq(plan.id()).and(OPERATIONS_PLAN_OPENING.ID.eq(opening))
                .and(OPERATIONS_PLAN_OPENING.PERSON_ID.eq(person))).stream().findFirst()
                .orElseThrow(() -> new NotFound("opening " + opening));
    }

    @Transactional(readOnly = true)
    public PlanContent text(OperationsPlan plan, UUID opening, UUID person) {
        get(plan, opening, person);
        return texts.get(plan);
    }

    /** For saving: an opening of one's own that has ended meanwhile loses nobody their words. */
    @Transactional(readOnly = true)
    public PlanContent own(OperationsPlan plan, UUID opening, UUID person) {
        find(plan, opening, person);
        return texts.get(plan);
    }

    /** For comparing: an opening of one edition shows an earlier one of the same school too; that it did is kept. */
    public PlanContent earlier(OperationsPlan plan, UUID opening, UUID person, OperationsPlan earlier) {
        get(plan, opening, person);
        if (!earlier.schoolId().equals(plan.schoolId()) || earlier.edition() >= plan.edition())
            throw new NotFound("edition " + earlier.edition() + " before " + plan.edition());
        audit.read("EarlierPlan", "operations plan " + earlier.id(),
                Map.of("opening", opening, "edition", earlier.edition()));
        return texts.get(earlier);
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
