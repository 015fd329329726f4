package org.daywatch.staffing.coverage;

import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.GapExplained;
import org.jooq.DSLContext;
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

    private final DSLContext db;
    private final Facts facts;
    private final AuditLog audit;
    private final Clock clock;

    GapExplanations(DSLContext db, Facts facts, AuditLog audit, Clock clock) {
        this.db = db;
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
        var post = db.selectFrom(POST).where(POST.ID.eq(postId)).fetchOptional()
                .orElseThrow(() -> new NotFound("post " + postId));
        Instant now = clock.instant();
        UUID id = Ids.next();
        audit.takeTurn(); // before the gap's row, as those do who count it
        db.insertInto(COVERAGE_GAP).set(COVERAGE_GAP.AGENCY_ID, post.getAgencyId()).set(COVERAGE_GAP.ID, id)
                .set(COVERAGE_GAP.DISTRICT_ID, post.getDistrictId())
                .set(COVERAGE_GAP.SCHOOL_ID, post.getSchoolId()).set(COVERAGE_GAP.POST_ID, postId)
                .set(COVERAGE_GAP.DAY, post.getDay())
                .set(COVERAGE_GAP.STARTS_AT, window.start()).set(COVERAGE_GAP.ENDS_AT, window.end())
                .set(COVERAGE_GAP.REASON, reason.name())
                .set(COVERAGE_GAP.EXPLANATION, explanation.strip()).set(COVERAGE_GAP.TOLD, told.strip())
                .set(COVERAGE_GAP.TOLD_AT, told.isBlank() ? null : now)
                .set(COVERAGE_GAP.RELIEF, relief.strip()).set(COVERAGE_GAP.EXPLAINED_BY, actor.person())
                .set(COVERAGE_GAP.EXPLAINED_AT, now)
                .onConflict(COVERAGE_GAP.AGENCY_ID, COVERAGE_GAP.POST_ID, COVERAGE_GAP.STARTS_AT).doUpdate()
                .set(COVERAGE_GAP.ENDS_AT, window.end()).set(COVERAGE_GAP.REASON, reason.name())
                .set(COVERAGE_GAP.EXPLANATION, explanation.strip())
                .set(COVERAGE_GAP.TOLD, told.strip()).set(COVERAGE_GAP.TOLD_AT, told.isBlank() ? null : now)
                .set(COVERAGE_GAP.RELIEF, relief.strip())
                .set(COVERAGE_GAP.EXPLAINED_BY, actor.person()).set(COVERAGE_GAP.EXPLAINED_AT, now).execute();
        facts.tell(new GapExplained(post.getAgencyId(), id, now, postId, window.start(), window.end(), reason.name(),
                explanation.strip()));
    }

    @Transactional(readOnly = true)
    public List<Explanation> of(UUID postId) {
        return db.selectFrom(COVERAGE_GAP).where(COVERAGE_GAP.POST_ID.eq(postId)).orderBy(COVERAGE_GAP.STARTS_AT)
                .fetch(r -> new Explanation(r.getId(), new Window(r.getStartsAt(), r.getEndsAt()),
                        GapReason.valueOf(r.getReason()), r.getExplanation(), r.getTold(),
                        r.getRelief(), r.getExplainedAt()));
    }
}
