package org.daywatch.emergencies.exercises.audience;

import static org.daywatch_db.emergencies.Tables.DRILL_EXERCISE;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the drill plan of a school said when a drill began, kept with the exercise that stands for it. */
@Component
public class ExerciseAudiences {

    private static final int REMEMBERED = 1000;

    private final DSLContext db;
    /** Of drills that began here: one may be pressed in the moment in which the database goes away. */
    private final Map<UUID, ExerciseAudience> begun = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ExerciseAudience> eldest) {
            return size() > REMEMBERED;
        }
    });

    ExerciseAudiences(DSLContext db) {
        this.db = db;
    }

    /** Everybody for what was pressed by hand, also where a planned drill has joined it. */
    @Transactional(readOnly = true)
    public ExerciseAudience of(Alert alert) {
        if (alert.status() != AlertStatus.EXERCISE) return ExerciseAudience.EVERYBODY;
        var rows = db.selectFrom(DRILL_EXERCISE).where(DRILL_EXERCISE.ALERT_ID.eq(alert.id())).fetch();
        if (rows.stream().noneMatch(r -> r.getDrillId().equals(alert.id()))) return ExerciseAudience.EVERYBODY;
        return rows.stream().map(r -> audience(r.getPeople(), r.getWays())).reduce(ExerciseAudience::and)
                .orElse(ExerciseAudience.EVERYBODY);
    }

    /**
     * As far as this node knows without the database: of a drill that began here what its plan said, of all others
     * everybody.
     */
    public ExerciseAudience known(Alert alert) {
        return alert.status() == AlertStatus.EXERCISE
                ? begun.getOrDefault(alert.id(), ExerciseAudience.EVERYBODY)
                : ExerciseAudience.EVERYBODY;
    }

    private static ExerciseAudience audience(String @Nullable [] people, String[] ways) {
        return people == null ? ExerciseAudience.EVERYBODY : new ExerciseAudience(Set.of(people), Set.of(ways));
    }

    /**
     * True for good before the drill is pressed: the first screen already asks for it. The same drill again changes
     * nothing.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(UUID agency, UUID district, UUID drill, @Nullable List<String> people, @Nullable List<String> ways,
            Instant now) {
        begun.put(drill,
                people == null || ways == null
                        ? ExerciseAudience.EVERYBODY
                        : new ExerciseAudience(Set.copyOf(people), Set.copyOf(ways)));
        db.insertInto(DRILL_EXERCISE).set(DRILL_EXERCISE.AGENCY_ID, agency).set(DRILL_EXERCISE.DRILL_ID, drill)
                .set(DRILL_EXERCISE.ALERT_ID, drill).set(DRILL_EXERCISE.DISTRICT_ID, district)
                .set(DRILL_EXERCISE.PRESSED_AT, now)
                .set(DRILL_EXERCISE.PEOPLE, people == null ? null : people.toArray(String[]::new))
                .set(DRILL_EXERCISE.WAYS, ways == null ? null : ways.toArray(String[]::new)).onConflictDoNothing()
                .execute();
    }

    /** The lane put it to an exercise that stood already. */
    @Transactional
    public void stands(UUID drill, UUID alert, Instant at) {
        db.update(DRILL_EXERCISE).set(DRILL_EXERCISE.ALERT_ID, alert).set(DRILL_EXERCISE.PRESSED_AT, at)
                .where(DRILL_EXERCISE.DRILL_ID.eq(drill)).execute();
    }
}
