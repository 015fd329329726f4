package org.daywatch.staffing.coverage;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.GapExplained;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say about a gap: why, who was told and when, who relieved. The minutes themselves are never typed; they
 * follow from punches, so a corrected punch moves the gap and the explanation stays beside it.
 */
@Component
@Transactional
public class GapExplanations {

    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 500;
    private final GapStore store;
    private final Facts facts;
    private final AuditLog audit;
    private final Clock clock;

    GapExplanations(GapStore store, Facts facts, AuditLog audit, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    public record Explanation(UUID id, Window window, GapReason reason, String explanation, String told, String relief,
            Instant at) {}

    /** Explaining the same gap again replaces what was said; the audit line keeps both. */
    public void explain(Actor actor, UUID postId, Window window, GapReason reason, String explanation, String told,
            String relief) {
        if (explanation.strip().length() < 5 || explanation.length() > LONGEST)
            throw new InvalidInput("explanation", "", "coverage.wrong.explanation");
        if (told.length() > LONGEST_NAME) throw new InvalidInput("told", "", "coverage.wrong.short");
        if (relief.length() > LONGEST_NAME) throw new InvalidInput("relief", "", "coverage.wrong.short");
        Instant now = clock.instant();
        UUID id = Ids.next();
        audit.takeTurn(); // before the gap's row, as those do who count it
        UUID agency = store.put(postId,
                new Explanation(id, window, reason, explanation.strip(), told.strip(), relief.strip(), now),
                actor.person());
        facts.tell(new GapExplained(agency, id, now, postId, window.start(), window.end(), reason.name(),
                explanation.strip()));
    }
}
