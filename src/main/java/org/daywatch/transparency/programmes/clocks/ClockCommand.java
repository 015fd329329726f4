package org.daywatch.transparency.programmes.clocks;

import java.time.Instant;
import java.util.Set;

/** What can be done to a clock. */
public sealed interface ClockCommand {

    /** The moment of the reminder has come. */
    record Warn() implements ClockCommand {}

    /** Its time is over. */
    record Escalate() implements ClockCommand {}

    /** @param doneAt when it was done, which may be earlier. @param items of those the kind asks for, the ones that are there */
    record Answer(Instant doneAt, String words, Set<String> items, String by) implements ClockCommand {}

    record Reopen(String reason, String by) implements ClockCommand {}

    record Withdraw(String reason, String by) implements ClockCommand {}
}
