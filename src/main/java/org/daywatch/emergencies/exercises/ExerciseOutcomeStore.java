package org.daywatch.emergencies.exercises;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.DRILL_EXERCISE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was told last of an exercise, and the drills it was pressed for, as stored. */
@Repository
@Transactional
class ExerciseOutcomeStore {

    private final DSLContext db;

    ExerciseOutcomeStore(DSLContext db) {
        this.db = db;
    }

    boolean isNew(UUID alert, String outcome) {
        return db.update(ALERT).set(ALERT.OUTCOME_TOLD, outcome).where(ALERT.ID.eq(alert))
                .and(ALERT.OUTCOME_TOLD.isDistinctFrom(outcome)).execute() == 1;
    }

    UUID alertOf(UUID drill) {
        return db.select(DRILL_EXERCISE.ALERT_ID).from(DRILL_EXERCISE).where(DRILL_EXERCISE.DRILL_ID.eq(drill))
                .fetchOptional(DRILL_EXERCISE.ALERT_ID).orElse(drill);
    }

    void takeTurn(UUID alert) {
        db.select(ALERT.ID).from(ALERT).where(ALERT.ID.eq(alert)).forNoKeyUpdate().execute();
    }

    List<UUID> planned(UUID alert) {
        return db.select(DRILL_EXERCISE.DRILL_ID).from(DRILL_EXERCISE).where(DRILL_EXERCISE.ALERT_ID.eq(alert))
                .orderBy(DRILL_EXERCISE.DRILL_ID).fetch(DRILL_EXERCISE.DRILL_ID);
    }
}
