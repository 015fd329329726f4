package org.daywatch.prevention.rounds;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.rounds.WeekSweep.Walk;
import org.jspecify.annotations.Nullable;

/**
 * What a round came to.
 *
 * @param checkpoints that were due on it
 * @param checked of those, how many somebody stood at; one that was not reached is not checked
 * @param breaches that were not as they must be, whether due or not
 * @param last when the last one was seen; null where none was
 */
public record RoundTally(int checkpoints, int checked, int breaches, @Nullable Instant last) {

    /** @param other when something else on it was seen last */
    RoundTally last(@Nullable Instant other) {
        return other == null || last != null && last.isAfter(other)
                ? this
                : new RoundTally(checkpoints, checked, breaches, other);
    }

    /** All that was due was looked at. */
    public boolean complete() {
        return checkpoints > 0 && checked == checkpoints;
    }

    /** @param due checkpoints this round had to see. @param standing one sighting for each that was seen */
    public static RoundTally of(Set<UUID> due, Collection<Sighting> standing) {
        var seen = standing.stream().filter(s -> s.result().seen()).map(Sighting::checkpointId)
                .collect(Collectors.toSet());
        int checked = (int) due.stream().filter(seen::contains).count();
        int breaches = (int) standing.stream().filter(s -> s.result().breach()).count();
        return new RoundTally(due.size(), checked, breaches,
                standing.stream().map(Sighting::at).max(Instant::compareTo).orElse(null));
    }

    static Walk walk(Round round, List<Checkpoint> all, Collection<Sighting> standing) {
        return new Walk(round.startedAt(), due(round.kind(), all, round.startedAt(), standing),
                standing.stream().filter(s -> s.result().seen()).map(Sighting::checkpointId)
                        .collect(Collectors.toSet()));
    }

    /**
     * A sweep has to see every outer door that was there when it began. Other rounds have to see what they touch: a
     * patrol goes where it goes.
     */
    public static Set<UUID> due(Round.Kind kind, List<Checkpoint> all, Instant began, Collection<Sighting> standing) {
        if (kind == Round.Kind.SWEEP)
            return all.stream().filter(c -> c.outer() && c.stoodAt(began)).map(Checkpoint::id)
                    .collect(Collectors.toSet());
        return standing.stream().map(Sighting::checkpointId).collect(Collectors.toSet());
    }
}
