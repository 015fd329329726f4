package org.daywatch.staffing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** What is told of the search for somebody to take a missing officer's place. The id is the search's. */
public sealed interface ReplacementEvent extends DomainEvent {

    UUID id();

    UUID postId();

    UUID schoolId();

    @Override
    default String subject() {
        return "replacement " + id();
    }

    /** @param nextAt when the first officers are asked */
    record ReplacementBegan(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId, UUID shiftId, String cause,
            Instant nextAt) implements ReplacementEvent {}

    /**
     * @param rank whose turn it was: 1 the department that is asked first
     * @param until they have for their answer
     */
    record WaveSent(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId, int wave, int rank,
            List<UUID> officers, Instant until) implements ReplacementEvent {}

    record ReplacementDeclined(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId,
            UUID officerId) implements ReplacementEvent {}

    /**
     * @param wave 0 when somebody took the post before anybody was asked
     * @param seconds since the search began
     */
    record ReplacementFilled(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId, UUID officerId, int wave,
            long seconds) implements ReplacementEvent {}

    /** Nobody is left to ask: a person must act. */
    record ReplacementExhausted(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId, int waves, int asked,
            int declined) implements ReplacementEvent {}

    record ReplacementWithdrawn(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId,
            String reason) implements ReplacementEvent {}
}
