package org.daywatch.prevention.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a round. */
public sealed interface RoundCommand {

    record By(UUID person, String name) {}

    /** Somebody says how a checkpoint was. @param sighting null: that they were at a part of the school */
    record See(@Nullable Sighting sighting, By by) implements RoundCommand {}

    /**
     * @param at when it was over, by the phone's clock. @param tally of what was seen. @param week with the other
     * sweeps of its week every outer door was seen. @param longest what is longer was not walked
     */
    record Finish(Instant at, RoundTally tally, boolean week, Duration longest, By by) implements RoundCommand {}

    record Abandon(Instant at, String why, By by) implements RoundCommand {}

    /** Nobody finished it for hours. */
    record Leave() implements RoundCommand {}
}
