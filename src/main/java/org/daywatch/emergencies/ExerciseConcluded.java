package org.daywatch.emergencies;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.planning.DrillOutcome;
import org.daywatch.planning.ExerciseRoll;
import org.jspecify.annotations.Nullable;

/**
 * An exercise is over: when it began, when rooms were secured and everybody accounted for as far as that was measured,
 * and when two people ended it.
 */
public record ExerciseConcluded(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, UUID drill,
        String action, String detail, Instant started, @Nullable Instant secured,
        @Nullable Instant accounted, Instant ended, @Nullable ExerciseRoll roll, boolean cancelled,
        String by) implements DrillOutcome {

    @Override
    public String subject() {
        return "drill " + drill;
    }
}
