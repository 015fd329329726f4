package org.daywatch.planning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drill stands on the screens of its school. Answered by whoever raises alerts; where nobody does, drills are
 * timed by hand.
 */
public interface ExerciseRoom {

    /**
     * One as somebody's screens show it.
     *
     * @param alert on whose page it is led and ended. @param over they are shown it no more. @param roll what its rooms
     * have said so far; null before one was called
     * @param only how it ended for them alone, because they were made to end it; null where everybody reads the same
     */
    record Exercise(UUID alert, boolean over, @Nullable ExerciseRoll roll, @Nullable Ended only) {}

    /**
     * @param secured when the last room was; null where no roll call knows. @param accounted when the last person was
     */
    record Ended(Instant started, Instant at, boolean cancelled, @Nullable Instant secured,
            @Nullable Instant accounted) {}

    /** Empty while nothing was raised for it. @param reader on whose screens it is over or not */
    Optional<Exercise> of(UUID drill, UUID reader);

    /** What the rooms of its roll call have said so far; empty where none was called. */
    Optional<ExerciseRoll> roll(UUID drill);
}
