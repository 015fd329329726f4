package org.daywatch.planning;

import java.util.Optional;
import java.util.UUID;

/** Whether a drill stands on the screens of its school. Answered by whoever raises alerts; where nobody does, drills are timed by hand. */
public interface ExerciseRoom {

    /** @param alert on whose page it is led and ended. @param over nobody is shown it any more */
    record Exercise(UUID alert, boolean over) {}

    /** Empty while nothing was raised for it. */
    Optional<Exercise> of(UUID drill);
}
