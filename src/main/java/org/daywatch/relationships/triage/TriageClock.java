package org.daywatch.relationships.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Until when somebody must have read or taken on a tip about a life, and how many people are told by now.
 *
 * @param read so long after it was handed on somebody has read it
 * @param steps after each of these one more person is told, and everybody stays told; in rising order
 */
public record TriageClock(Duration read, List<Duration> steps) {

    public TriageClock {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++)
            if (steps.get(i).compareTo(steps.get(i - 1)) <= 0)
                throw new IllegalArgumentException("Each step comes after the one before, not " + steps + ".");
    }

    /** Of a tip that nobody has read: so many people are told at that moment, the first one at once. */
    public int told(Instant handedOn, Instant now) {
        var waited = Duration.between(handedOn, now);
        return 1 + (int) steps.stream().filter(step -> waited.compareTo(step) >= 0).count();
    }

    /** When the next one is told; empty when all steps were gone. */
    public Optional<Instant> nextStep(Instant handedOn, Instant now) {
        return steps.stream().map(handedOn::plus).filter(at -> at.isAfter(now)).findFirst();
    }

    /** Nobody has read it in time: the writer's page says so, and 911. */
    public boolean late(Instant handedOn, Instant now) {
        return now.isAfter(handedOn.plus(read));
    }

    /** All have been told, and nobody has read it. */
    public boolean exhausted(Instant handedOn, Instant now) {
        return nextStep(handedOn, now).isEmpty();
    }
}
