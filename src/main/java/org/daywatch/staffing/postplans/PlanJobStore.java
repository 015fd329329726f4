package org.daywatch.staffing.postplans;

import static org.daywatch_db.staffing.Tables.POST_JOB;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.postplans.PlanJobs.Job;
import org.daywatch.staffing.posts.Opened;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Jobs that make posts, as stored. */
@Repository
@Transactional
class PlanJobStore {

    private final DSLContext db;
    private final Clock clock;

    PlanJobStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void fail(UUID id, String why) {
        db.update(POST_JOB).set(POST_JOB.STATE, "FAILED").set(POST_JOB.PROBLEM, why)
                .set(POST_JOB.ENDED_AT, clock.instant())
                .where(POST_JOB.ID.eq(id)).and(POST_JOB.STATE.eq("RUNNING")).execute();
    }

    Optional<Job> read(UUID id) {
        return db.selectFrom(POST_JOB).where(POST_JOB.ID.eq(id))
                .fetchOptional(r -> new Job(r.getId(), r.getFromDay(), r.getToDay(), r.getOpenAfter(), r.getState(),
                        r.getTotal(), r.getDone(),
                        r.getPosts(), r.getNoBells(), r.getProblem(), r.getStartedAt(), r.getEndedAt()));
    }

    void insert(UUID id, LocalDate from, LocalDate to, boolean open) {
        db.insertInto(POST_JOB).set(POST_JOB.AGENCY_ID, Tenancy.tenant()).set(POST_JOB.ID, id)
                .set(POST_JOB.FROM_DAY, from).set(POST_JOB.TO_DAY, to).set(POST_JOB.OPEN_AFTER, open)
                .set(POST_JOB.STATE, "RUNNING").set(POST_JOB.STARTED_AT, clock.instant()).execute();
    }

    void total(UUID id, int requests) {
        db.update(POST_JOB).set(POST_JOB.TOTAL, requests).where(POST_JOB.ID.eq(id)).execute();
    }

    /** What a chunk of requests came to is added. */
    void counted(UUID id, int requests, int posts, int withoutBells, Opened opened) {
        db.update(POST_JOB).set(POST_JOB.OPENED, POST_JOB.OPENED.plus(opened.posts()))
                .set(POST_JOB.OPENED_FROM,
                        DSL.least(POST_JOB.OPENED_FROM, DSL.val(opened.first(), POST_JOB.OPENED_FROM)))
                .set(POST_JOB.OPENED_TO, DSL.greatest(POST_JOB.OPENED_TO, DSL.val(opened.last(), POST_JOB.OPENED_TO)))
                .set(POST_JOB.DONE, POST_JOB.DONE.plus(requests)).set(POST_JOB.POSTS, POST_JOB.POSTS.plus(posts))
                .set(POST_JOB.NO_BELLS, POST_JOB.NO_BELLS.plus(withoutBells)).where(POST_JOB.ID.eq(id)).execute();
    }

    Opened opened(UUID id) {
        return db.selectFrom(POST_JOB).where(POST_JOB.ID.eq(id))
                .fetchSingle(r -> new Opened(r.getOpened(), r.getOpenedFrom(), r.getOpenedTo()));
    }

    void done(UUID id) {
        db.update(POST_JOB).set(POST_JOB.STATE, "DONE").set(POST_JOB.ENDED_AT, clock.instant())
                .where(POST_JOB.ID.eq(id)).execute();
    }

    void failAll(String why) {
        db.update(POST_JOB).set(POST_JOB.STATE, "FAILED").set(POST_JOB.PROBLEM, why)
                .set(POST_JOB.ENDED_AT, clock.instant()).where(POST_JOB.STATE.eq("RUNNING")).execute();
    }
}
