package org.daywatch.restorative.diversions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a diversion ended.
 *
 * @param exclusion only where they were excluded, like the school days it takes; null days: for good
 * @param without why nobody had answered an offer before; null: somebody had
 */
public record DiversionEnd(Outcome outcome, LocalDate on, @Nullable Exclusion exclusion, @Nullable Integer days,
        @Nullable Without without, String words, String by) {

    public enum Outcome {
        /** Help took the place of exclusion. */
        HELPED, EXCLUDED,
        /** Begun by mistake: it counts nowhere. */
        STRUCK
    }

    /** Why help did not come first. */
    public enum Without {
        DANGER, LAW, OTHER
    }
}
