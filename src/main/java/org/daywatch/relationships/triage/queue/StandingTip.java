package org.daywatch.relationships.triage.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.relationships.triage.QueuedTip;
import org.jspecify.annotations.Nullable;

/**
 * A tip in the queue with what is kept beside its state.
 *
 * @param lifted it has a danger word
 * @param seenAt of one about a life: when somebody first opened it
 * @param analyst who gave it its class
 */
public record StandingTip(QueuedTip tip, boolean lifted, @Nullable Instant seenAt, @Nullable UUID analyst,
        List<TipNote> notes) {

    /** It is about a life, and nobody has opened it since it was handed on. */
    public boolean calls() {
        return tip.handedOn() != null && seenAt == null;
    }
}
