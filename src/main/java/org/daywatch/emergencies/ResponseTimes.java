package org.daywatch.emergencies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How long help took to arrive at a school, for rooms that compare it with what holds somebody up. */
public interface ResponseTimes {

    /** @param seconds from the moment an alert was accepted until the first unit of the police was there */
    record Arrival(UUID alert, Instant at, int seconds) {}

    /**
     * Those that were measured since a moment, the last one first. A unit that was there before the alert took no time
     * and is none of them; nor is one that came to a drill or a test, which waits around the corner and says nothing of
     * how long help takes.
     */
    List<Arrival> of(UUID school, Instant since);
}
