package org.daywatch.planning;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * What this room must hear of an exercise that was run elsewhere. Whoever runs exercises tells a fact that implements
 * it.
 */
public interface DrillOutcome extends DomainEvent {

    /** The drill's id, which is the alert's. */
    UUID drill();

    UUID districtId();

    UUID schoolId();

    /** What the school was told at last, a word of ProtocolAction. */
    String action();

    /** For SHELTER against what and how, else empty. */
    String detail();

    /** Who pressed or began it. */
    String by();

    Instant started();

    /** When the last room said that it is secured; null where nobody measured it. */
    @Nullable
    Instant secured();

    /** When everybody was accounted for; null where nobody measured it. */
    @Nullable
    Instant accounted();

    Instant ended();

    /** What its rooms said; null where no roll was called. */
    @Nullable
    ExerciseRoll roll();

    boolean cancelled();
}
