package org.daywatch.planning.standards;

import static org.daywatch_db.planning.Tables.OWN_PLAN_STANDARD;
import static org.daywatch_db.planning.Tables.PLAN_STANDARD;
import static org.daywatch_db.planning.Tables.STANDARD_CHECK;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.standards.Standard.Part;
import org.daywatch.planning.standards.StandardCheck.Answer;
import org.daywatch.planning.standards.StandardChecks.Loaded;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Standards and what was found of each, as stored. */
@Repository
@Transactional
public class StandardCheckStore {

    private final DSLContext db;
    private final Clock clock;

    StandardCheckStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Two who load at once take their turns, so that the later list stands alone. */
    int withdrawn(Actor actor, String state) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 63))", actor.tenant() + state);
        var t = OWN_PLAN_STANDARD;
        return db.update(t).set(t.WITHDRAWN_AT, clock.instant()).where(t.AGENCY_ID.eq(actor.tenant()))
                .and(t.STATE.eq(state)).and(t.WITHDRAWN_AT.isNull()).execute();
    }

    @Transactional(readOnly = true)
    public List<Loaded> loaded(UUID agency) {
        var t = OWN_PLAN_STANDARD;
        var lastLoadedBy = DSL.max(t.LOADED_BY);
        var lastLoadedAt = DSL.max(t.LOADED_AT);
        var standards = DSL.count();
        return db.select(t.STATE, standards, lastLoadedAt, lastLoadedBy).from(t).where(t.AGENCY_ID.eq(agency))
                .and(t.WITHDRAWN_AT.isNull()).groupBy(t.STATE).orderBy(t.STATE)
                .fetch(r -> new Loaded(r.get(t.STATE), r.get(standards), r.get(lastLoadedAt), r.get(lastLoadedBy)));
    }

    List<Standard> own(UUID agency) {
        return db.selectFrom(OWN_PLAN_STANDARD).where(OWN_PLAN_STANDARD.AGENCY_ID.eq(agency))
                .and(OWN_PLAN_STANDARD.WITHDRAWN_AT.isNull())
                .fetch(s -> new Standard(s.getState(), s.getCode(), Part.valueOf(s.getPart()), s.getWords(),
                        s.getSource(), false, true));
    }

    List<Standard> shipped(LocalDate day) {
        return db.selectFrom(PLAN_STANDARD).where(PLAN_STANDARD.VALID_FROM.le(day))
                .and(PLAN_STANDARD.VALID_TO.isNull().or(PLAN_STANDARD.VALID_TO.ge(day)))
                .fetch(s -> new Standard(s.getState(), s.getCode(), Part.valueOf(s.getPart()), s.getWords(),
                        s.getSource(), s.getToConfirm(), false));
    }

    /** @param words of the standard at that time; null where they were not kept yet */
    record Given(Answer answer, String evidence, Instant at, String by, @Nullable String words) {}

    /** By code. */
    Map<String, Given> answers(UUID plan) {
        return db.selectFrom(STANDARD_CHECK).where(STANDARD_CHECK.PLAN_ID.eq(plan))
                .fetchMap(STANDARD_CHECK.CODE, c -> new Given(Answer.valueOf(c.getAnswer()), c.getEvidence(),
                        c.getCheckedAt(), c.getCheckedBy(), c.getWords()));
    }

    void put(CheckedPlan plan, String code, Given given) {
        var t = STANDARD_CHECK;
        db.insertInto(t).set(t.AGENCY_ID, plan.agencyId()).set(t.PLAN_ID, plan.id()).set(t.CODE, code)
                .set(t.DISTRICT_ID, plan.districtId()).set(t.ANSWER, given.answer().name())
                .set(t.EVIDENCE, given.evidence()).set(t.CHECKED_AT, given.at()).set(t.CHECKED_BY, given.by())
                .set(t.WORDS, given.words()).onConflict(t.AGENCY_ID, t.PLAN_ID, t.CODE).doUpdate()
                .set(t.ANSWER, given.answer().name()).set(t.EVIDENCE, given.evidence()).set(t.CHECKED_AT, given.at())
                .set(t.CHECKED_BY, given.by()).set(t.WORDS, given.words()).execute();
    }

    void insert(Actor actor, String state, List<Standard> standards) {
        var t = OWN_PLAN_STANDARD;
        for (var s : standards) {
            db.insertInto(t).set(t.AGENCY_ID, actor.tenant()).set(t.ID, Ids.next()).set(t.STATE, state)
                    .set(t.CODE, s.code()).set(t.PART, s.part().name()).set(t.WORDS, s.words())
                    .set(t.SOURCE, s.source()).set(t.LOADED_AT, clock.instant()).set(t.LOADED_BY, actor.name())
                    .execute();
        }
    }
}
