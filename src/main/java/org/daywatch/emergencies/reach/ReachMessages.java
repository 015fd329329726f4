package org.daywatch.emergencies.reach;

import java.time.Instant;
import java.util.Collection;
import org.daywatch.emergencies.alerts.Alert;

/** Messages to whom the screens did not reach. This package says who that is, and knows of no way to tell them. */
public interface ReachMessages {

    /** Sends what is due now, while the alert goes on. @param people as they stand now */
    void go(Alert alert, Collection<Reach> people, Instant now);

    /** It is over: nothing more is sent of it. */
    void end(Alert alert);
}
