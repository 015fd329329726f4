package org.daywatch.planning;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/**
 * An exercise stands on the screens of a school: what its classes have of it counts from now on. Whoever runs exercises
 * tells a fact that implements it.
 */
public interface ExerciseUnderWay extends DomainEvent {

    UUID drill();

    UUID schoolId();

    /** A word of ProtocolAction. */
    String action();

    String detail();

    Instant started();
}
