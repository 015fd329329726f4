package org.daywatch.training.quizzes;

import static org.daywatch_db.training.Tables.CLASS_CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where class codes lead. Read before anybody is bound; the code of a quiz that has closed leads there for a while, so
 * that phones are told so.
 */
@Repository
@Transactional
public class ClassCodes {

    private static final Duration AFTERWARD = Duration.ofHours(12);

    private final DSLContext db;
    private final Clock clock;

    ClassCodes(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public record Place(UUID agency, UUID quiz) {}

    /** Empty for what was never one, and for one that has run out. */
    @Transactional(readOnly = true)
    public Optional<Place> find(ClassCode code) {
        return db.selectFrom(CLASS_CODE).where(CLASS_CODE.CODE_HASH.eq(code.hash()))
                .and(CLASS_CODE.UNTIL.gt(clock.instant()))
                .fetchOptional(r -> new Place(r.getAgencyId(), r.getQuizId()));
    }

    /** A fresh one that nobody has. */
    ClassCode take(UUID agency, UUID quiz, Instant closes) {
        for (int tries = 0; tries < 20; tries++) {
            var code = ClassCode.next();
            int taken = db.insertInto(CLASS_CODE).set(CLASS_CODE.CODE_HASH, code.hash())
                    .set(CLASS_CODE.AGENCY_ID, agency).set(CLASS_CODE.QUIZ_ID, quiz)
                    .set(CLASS_CODE.UNTIL, closes.plus(AFTERWARD)).onConflictDoNothing().execute();
            if (taken == 1) return code;
        }
        throw new IllegalStateException("No free class code was found in 20 tries.");
    }

    /** None of them leads there any more. */
    void giveBack(UUID quiz) {
        db.deleteFrom(CLASS_CODE).where(CLASS_CODE.QUIZ_ID.eq(quiz)).execute();
    }
}
