package org.daywatch.emergencies;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When people were reached by an alert, as whoever keeps that answers it. Where nobody keeps it, nothing is claimed.
 */
public interface ReachRecord {

    /**
     * @param percent of the people it was meant for, who had at least seen it. Empty when that many never had, or it
     * was not measured
     */
    Optional<Instant> reached(UUID alert, int percent);
}
