package org.daywatch.planning.operationsplans.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Breaks the seal of a plan for a while and keeps who did and why. The district is bound. */
@Component
@Transactional
public class PlanOpenings {

    public static final Duration FOR_READERS = Duration.ofMinutes(15);
    /** Who writes a plan has its text before them for a working day. */
    public static final Duration FOR_WRITERS = Duration.ofHours(8);
    private static final int SHORTEST_PURPOSE = 5;
    private static final int LONGEST_PURPOSE = 200;
    private final PlanOpeningStore store;
    private final PlanTexts texts;
    private final PlanNotices notices;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    PlanOpenings(PlanOpeningStore store, PlanTexts texts, PlanNotices notices, AuditLog audit, Facts facts,
            Clock clock) {
        this.store = store;
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
        store.insert(plan, opening, null);
        tell(plan, opening);
        return opening;
    }

    /** What the holder of a responder's link reads until the link ends; kept and told once for each link. */
    public PlanContent byLink(OperationsPlan plan, UUID link, String by, String purpose, Instant until) {
        var opening = new PlanOpening(Ids.next(), plan.id(), null, by, purpose, clock.instant(), until);
        if (store.insert(plan, opening, link) == 1) tell(plan, opening);
        return texts.get(plan);
    }

    private void tell(OperationsPlan plan, PlanOpening o) {
        facts.tell(new PlanOpened(plan.agencyId(), plan.id(), o.openedAt(), plan.schoolId(), plan.edition(),
                o.purpose(), o.by()));
        notices.opened(plan, o.by(), o.purpose());
    }

    /** @throws Refused once it has ended. @throws NotFound for an opening of somebody else */
    @Transactional(readOnly = true)
    public PlanOpening get(OperationsPlan plan, UUID opening, UUID person) {
        var found = store.find(plan, opening, person);
        if (!clock.instant().isBefore(found.endsAt())) throw new Refused(PlanningRefusal.OPERATIONS_PLAN_SEALED);
        return found;
    }

    @Transactional(readOnly = true)
    public boolean lasts(OperationsPlan plan, UUID opening, UUID person) {
        return clock.instant().isBefore(store.find(plan, opening, person).endsAt());
    }

    @Transactional(readOnly = true)
    public PlanContent text(OperationsPlan plan, UUID opening, UUID person) {
        get(plan, opening, person);
        return texts.get(plan);
    }

    /** For saving: an opening of one's own that has ended meanwhile loses nobody their words. */
    @Transactional(readOnly = true)
    public PlanContent own(OperationsPlan plan, UUID opening, UUID person) {
        store.find(plan, opening, person);
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
}
