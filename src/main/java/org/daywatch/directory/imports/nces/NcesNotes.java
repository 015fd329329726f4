package org.daywatch.directory.imports.nces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daywatch.directory.SchoolStatus;
import org.daywatch.directory.imports.nces.SchoolZones.By;
import org.jspecify.annotations.Nullable;

/** What was taken from a list, in sentences: which statuses count as open, which types, how zones were found. */
final class NcesNotes {
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<By, Integer> zonesBy = new TreeMap<>();
    private final Map<String, Integer> zones = new TreeMap<>();
    private final Map<String, Integer> toConfirm = new TreeMap<>();
    private int otherState;
    private int withoutCounty;
    private int points;

    void count(String status, String kind, @Nullable String county, boolean addressInItsState, SchoolZones.Found found, boolean point) {
        if (point) points++;
        statuses.merge(status, 1, Integer::sum);
        kinds.merge(kind, 1, Integer::sum);
        zonesBy.merge(found.by(), 1, Integer::sum);
        if (found.toConfirm()) toConfirm.merge(found.zone().getId(), 1, Integer::sum);
        zones.merge(found.zone().getId(), 1, Integer::sum);
        if (!addressInItsState) otherState++;
        if (county == null) withoutCounty++;
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (statuses.isEmpty()) return sentences;
        sentences.add("Count as open: " + listed(statuses, true) + ".");
        if (statuses.keySet().stream().anyMatch(status -> !SchoolStatus.isOpen(status))) {
            sentences.add("Taken in but not open, so no posts are made for them: " + listed(statuses, false) + ".");
        }
        sentences.add("Types: " + counted(kinds) + ".");
        sentences.add("Time zones: " + counted(zones) + ".");
        if (!toConfirm.isEmpty()) {
            sentences.add("Time zone to be confirmed at the school, because the line between two zones does not follow the county there or the list of its counties"
                    + " was not compared with the federal text: "
                    + counted(toConfirm) + ".");
        }
        if (withoutCounty > 0) {
            sentences.add(rows(withoutCounty) + " without a county. Zone told by a district named like its county: "
                    + zonesBy.getOrDefault(By.DISTRICT, 0) + ", by the state: " + zonesBy.getOrDefault(By.STATE, 0) + ".");
        }
        if (otherState > 0) {
            sentences.add(rows(otherState) + " with an address in another state: the zone is that of the listing state.");
        }
        sentences.add(points == 0 ? "The list has no coordinates: until a school's center is set, check-in is by the front desk's code."
                : rows(points) + " with a point on the map, taken where the school has none yet. Look at it on the school's page before officers check in by position.");
        return sentences;
    }

    private static String listed(Map<String, Integer> counts, boolean open) {
        var some = new LinkedHashMap<String, Integer>();
        counts.forEach((word, n) -> {
            if (SchoolStatus.isOpen(word) == open) some.put(word, n);
        });
        return some.isEmpty() ? "none" : counted(some);
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    private static String rows(int n) {
        return n == 1 ? "1 school" : n + " schools";
    }
}
