package org.daywatch.emergencies.lane;

/**
 * Hears of presses that were not taken because the person who sent them could not prove who they are, or may not press
 * there.
 */
public interface LaneRefusals {

    /** On an event loop: in memory only, no database, no waiting. @param key why, as the sender was told */
    void refused(LaneRequest request, String key);
}
