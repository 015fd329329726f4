package org.daywatch.emergencies.lane.drain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.lane.LaneEntry;

/**
 * So much of what waits as goes in together: oldest first, so much of each district that none keeps another waiting.
 */
final class Batches {

    private static final int BATCH = 200;

    private Batches() {}

    /** @param waiting by sequence @return one for each district, bound as which it is stored */
    static List<Map<Long, LaneEntry>> of(Map<Long, LaneEntry> waiting) {
        var districts = new LinkedHashMap<UUID, Map<Long, LaneEntry>>();
        int all = 0;
        for (var one : waiting.entrySet()) {
            var district = districts.computeIfAbsent(one.getValue().district(), d -> new LinkedHashMap<>());
            if (district.size() < BATCH && district.put(one.getKey(), one.getValue()) == null && ++all >= 10 * BATCH)
                break;
        }
        return new ArrayList<>(districts.values());
    }
}
