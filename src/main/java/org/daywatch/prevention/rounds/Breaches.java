package org.daywatch.prevention.rounds;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.rounds.RoundCommand.By;

/** What becomes of a breach: a finding that is followed until it is fixed, or another line of the one that is open already. */
public interface Breaches {

    /** @return the finding */
    UUID follow(Campus school, Checkpoint checkpoint, Sighting sighting, By by);
}
