package org.daywatch.emergencies.exercises;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.planning.ExerciseUnderWay;

/** An exercise for the whole school stands on its screens, or became another one. */
public record ExerciseBegun(UUID tenant, UUID id, Instant at, UUID schoolId, UUID drill, String action, String detail,
        Instant started) implements ExerciseUnderWay {

    @Override
    public String subject() {
        return "drill " + drill;
    }
}
