package org.daywatch.planning;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a drill stands on the screens of its school. Answered by whoever raises alerts; where nobody does, drills are timed by hand. */
public interface ExerciseRoom {

    /** @param alert on whose page it is led and ended. @param over nobody is shown it any more. @param roll what its rooms have said so far; null before one was called */
    record Exercise(UUID alert, boolean over, @Nullable ExerciseRoll roll) {}

    /** Empty while nothing was raised for it. @param reader on whose screens it is over or not */
    Optional<Exercise> of(UUID drill, UUID reader);

    /** What the rooms of its roll call have said so far; empty where none was called. */
    Optional<ExerciseRoll> roll(UUID drill);
}
