package org.daywatch.emergencies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many students have not been given back yet after an alert, as whoever keeps that answers it; numbers, no names.
 */
public interface StudentsWaiting {

    /**
     * @param waiting at the assembly place, with the medics or looked for; medical and missing are among them. @param
     * closedAt null while it goes on
     */
    record Numbers(UUID id, int students, int waiting, int medical, int missing, int released, Instant begunAt,
            @Nullable Instant closedAt) {}

    /** The latest first. */
    List<Numbers> of(UUID alert);

    /** In reunifications that go on. */
    int waiting(UUID alert);
}
