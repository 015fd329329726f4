package org.daywatch.emergencies.reach;

import org.daywatch.emergencies.lane.LaneEntry;

/** What happens to a person's reach. */
public sealed interface ReachCommand {

    /** The school is told something else from this version on: whoever knew the old has not been told the new. */
    record Tell(int version) implements ReachCommand {}

    /** A receipt: from a device, or by a person's act. @param version of the alert that was shown */
    record Receive(int version, LaneEntry.Kind kind, Way way) implements ReachCommand {}
}
