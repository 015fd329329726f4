package org.daywatch.transparency.activitylog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The weeks that lines belong to, and the signatures on them. */
public interface SignedWeeks {

    /**
     * A line of an officer came or went: the week has its log, and what was signed is open again.
     *
     * @param madeAt when they wrote it on their phone; null where it was not typed
     * @param reason why after a signature; empty where nobody said
     */
    void changed(UUID officer, UUID district, UUID school, LocalDate day, @Nullable Instant madeAt, String by,
            String reason);
}
