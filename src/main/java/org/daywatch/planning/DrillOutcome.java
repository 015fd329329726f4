package org.daywatch.planning;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What this room must hear of an exercise that was run elsewhere. Whoever runs exercises tells a fact that implements it. */
public interface DrillOutcome extends DomainEvent {

    /** The drill's id, which is the alert's. */
    UUID drill();

    Instant started();

    /** When the last room said that it is secured; null where nobody measured it. */
    @Nullable Instant secured();

    /** When everybody was accounted for; null where nobody measured it. */
    @Nullable Instant accounted();

    Instant ended();

    boolean cancelled();
}
