package org.daywatch.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is never changed: it holds from one day to another, unless it was wrong and is withdrawn with a reason.
 */
public interface Dated {

    /** How it stands on a day. */
    enum State { HOLDS, TO_COME, OVER, WITHDRAWN }

    UUID id();

    LocalDate from();

    /** The last day; null while none is set. */
    @Nullable
    LocalDate to();

    @Nullable
    Instant withdrawnAt();

    @Nullable
    String withdrawnReason();

    /** One that was withdrawn was wrong and never counts. */
    default boolean inForce(LocalDate day) {
        return withdrawnAt() == null && !day.isBefore(from()) && (to() == null || !day.isAfter(to()));
    }

    default State state(LocalDate day) {
        if (withdrawnAt() != null) return State.WITHDRAWN;
        return inForce(day) ? State.HOLDS : from().isAfter(day) ? State.TO_COME : State.OVER;
    }
}
