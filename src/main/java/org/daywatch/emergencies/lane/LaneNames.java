package org.daywatch.emergencies.lane;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who was reached and who was not, by name, for as long as the site cannot say so: what screens of those who lead may
 * ask the lane.
 */
public interface LaneNames {

    /**
     * On an event loop: in memory only, no database, no waiting.
     *
     * @return as the screen gets it; empty where there is no such alert, where it is not at a school this sender hears,
     * and where the site itself knows: nobody learns which
     */
    Optional<Map<String, Object>> notReached(LaneSender sender, UUID alert);
}
