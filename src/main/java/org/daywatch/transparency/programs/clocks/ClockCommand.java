package org.daywatch.transparency.programs.clocks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a clock. */
public sealed interface ClockCommand {

    /** The moment of the reminder has come. */
    record Warn() implements ClockCommand {}

    /** Its time is over. */
    record Escalate() implements ClockCommand {}

    /**
     * @param doneAt when it was done, which may be earlier
     * @param items of those the kind asks for, the ones that are there
     * @param person who says so; null where Daywatch saw it itself and nobody's word is needed
     */
    record Answer(Instant doneAt, String words, Set<String> items, String by,
            @Nullable UUID person) implements ClockCommand {

        /** Daywatch was there: a signature, a decision of a board, an assessment that was completed. */
        public static Answer seen(Instant doneAt, String words, String by) {
            return new Answer(doneAt, words, Set.of(), by, null);
        }
    }

    /** A second person says that it was done when the first one said it was. */
    record Confirm(UUID person, String by) implements ClockCommand {}

    record Reopen(String reason, String by) implements ClockCommand {}

    record Withdraw(String reason, String by) implements ClockCommand {}
}
