package org.daywatch.relationships.triage.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.daywatch.relationships.tips.board.TipBoard.Clock;
import org.daywatch.relationships.triage.queue.QueuedTipStore.Reading;

/** How soon tips about a life were first opened; those that nobody has opened count as the slowest. Pure. */
final class FirstOpening {

    private FirstOpening() {}

    static Clock of(List<Reading> readings, int weeks, int least) {
        if (readings.size() < least) return new Clock.TooFew(weeks);
        long half = readings.stream().mapToLong(FirstOpening::minutes).sorted().skip((readings.size() - 1) / 2)
                .findFirst().orElseThrow();
        return half == Long.MAX_VALUE
                ? new Clock.Unopened(weeks)
                : new Clock.Half(weeks, half);
    }

    /** A begun minute is a whole one: a second is nobody's to know. */
    private static long minutes(Reading one) {
        Instant seen = one.seenAt();
        return seen == null
                ? Long.MAX_VALUE
                : Math.max(1, (Duration.between(one.handedOn(), seen).toSeconds() + 59) / 60);
    }
}
