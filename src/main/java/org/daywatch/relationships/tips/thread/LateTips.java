package org.daywatch.relationships.tips.thread;

import java.util.UUID;

/** Whether a tip about a life waits longer than it should. */
public interface LateTips {

    /** Asked with the district bound; the same work whether there is such a tip or not. */
    boolean isLate(UUID district, UUID tip);
}
