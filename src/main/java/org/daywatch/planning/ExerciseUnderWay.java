package org.daywatch.planning;

import java.time.Instant;
import java.util.UUID;

/** Hears of an exercise that stands on the screens of a school: what its classes have of it counts from now on. */
public interface ExerciseUnderWay {

    /** Said again it changes nothing. @param action a word of ProtocolAction */
    void begun(UUID drill, UUID school, String action, String detail, Instant started);
}
