package org.daywatch.staffing.replacement;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.standby.StandbyCandidate;

/** Everything that happens to a search. What a decision must know of others comes with the command. */
public sealed interface ReplacementCommand {

    /**
     * @param unasked who may take the post and has not been asked, in their order
     * @param size how many are asked at a time
     * @param expiry how long they have
     */
    record SendWave(List<StandbyCandidate> unasked, int size, Duration expiry) implements ReplacementCommand {}

    /** @param others how many who were asked may still answer */
    record Decline(UUID officer, int others) implements ReplacementCommand {}

    record Fill(UUID officer) implements ReplacementCommand {}

    record Withdraw(String reason) implements ReplacementCommand {}
}
