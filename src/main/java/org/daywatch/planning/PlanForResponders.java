package org.daywatch.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the holder of a link for responders reads of a school's operations plan: the pages of the action that is under
 * way.
 */
public interface PlanForResponders {

    /** @param heading key of its heading in the message files */
    record Excerpt(String heading, String words) {}

    /**
     * Opens the plan that holds; kept and told to its owner once for each link. The district is bound. Empty where no
     * plan holds.
     *
     * @param action HOLD, SECURE, LOCKDOWN, EVACUATE or SHELTER; any other word gives what holds in all of them
     * @param until when the link ends
     */
    List<Excerpt> open(UUID school, UUID link, String forWhom, String purpose, Instant until, String action);

    /**
     * The owner of the plan is told that a link that shows it was opened so many times more: on further devices, or
     * again after a pause. The district is bound.
     */
    void openedByMore(UUID school, String forWhom, String purpose, int more);
}
