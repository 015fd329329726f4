package org.daywatch.staffing.coverage;

import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;
import static org.daywatch_db.staffing.Tables.POST;

import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.GapExplanations.Explanation;
import org.daywatch.platform.errors.NotFound;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Explained gaps as stored. */
@Repository
@Transactional
public class GapStore {

    private final DSLContext db;

    GapStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Explanation> of(UUID postId) {
        return db.selectFrom(COVERAGE_GAP).where(COVERAGE_GAP.POST_ID.eq(postId)).orderBy(COVERAGE_GAP.STARTS_AT)
                .fetch(r -> new Explanation(r.getId(), new Window(r.getStartsAt(), r.getEndsAt()),
                        GapReason.valueOf(r.getReason()), r.getExplanation(), r.getTold(),
                        r.getRelief(), r.getExplainedAt()));
    }

    /** What was said of the same gap before is replaced. @return the agency whose post it is */
    UUID put(UUID postId, Explanation e, UUID person) {
        var post = db.selectFrom(POST).where(POST.ID.eq(postId)).fetchOptional()
                .orElseThrow(() -> new NotFound("post " + postId));
        var g = COVERAGE_GAP;
        var toldAt = e.told().isEmpty() ? null : e.at();
        db.insertInto(g).set(g.AGENCY_ID, post.getAgencyId()).set(g.ID, e.id()).set(g.DISTRICT_ID, post.getDistrictId())
                .set(g.SCHOOL_ID, post.getSchoolId()).set(g.POST_ID, post.getId())
                .set(g.DAY, post.getDay()).set(g.STARTS_AT, e.window().start()).set(g.ENDS_AT, e.window().end())
                .set(g.REASON, e.reason().name()).set(g.EXPLANATION, e.explanation())
                .set(g.TOLD, e.told()).set(g.TOLD_AT, toldAt).set(g.RELIEF, e.relief()).set(g.EXPLAINED_BY, person)
                .set(g.EXPLAINED_AT, e.at())
                .onConflict(g.AGENCY_ID, g.POST_ID, g.STARTS_AT).doUpdate().set(g.ENDS_AT, e.window().end())
                .set(g.REASON, e.reason().name()).set(g.EXPLANATION, e.explanation())
                .set(g.TOLD, e.told()).set(g.TOLD_AT, toldAt).set(g.RELIEF, e.relief()).set(g.EXPLAINED_BY, person)
                .set(g.EXPLAINED_AT, e.at()).execute();
        return post.getAgencyId();
    }
}
