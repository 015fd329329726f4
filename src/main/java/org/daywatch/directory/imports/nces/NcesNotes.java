package org.daywatch.directory.imports.nces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daywatch.directory.SchoolStatus;
import org.daywatch.directory.imports.nces.SchoolZones.By;
import org.daywatch.platform.intake.Said;
import org.jspecify.annotations.Nullable;

/** What was taken from a list: which statuses count as open, which types, how zones were found. */
final class NcesNotes {
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<By, Integer> zonesBy = new TreeMap<>();
    private final Map<String, Integer> zones = new TreeMap<>();
    private final Map<String, Integer> toConfirm = new TreeMap<>();
    private int otherState;
    private int withoutCounty;
    private int points;

    void count(String status, String kind, @Nullable String county, boolean addressInItsState, SchoolZones.Found found,
            boolean point) {
        if (point) points++;
        statuses.merge(status, 1, Integer::sum);
        kinds.merge(kind, 1, Integer::sum);
        zonesBy.merge(found.by(), 1, Integer::sum);
        if (found.toConfirm()) toConfirm.merge(found.zone().getId(), 1, Integer::sum);
        zones.merge(found.zone().getId(), 1, Integer::sum);
        if (!addressInItsState) otherState++;
        if (county == null) withoutCounty++;
    }

    List<Said> sentences() {
        var said = new ArrayList<Said>();
        if (statuses.isEmpty()) return said;
        String open = listed(true);
        said.add(open.isEmpty() ? Said.of("imports.nces.open.none") : Said.of("imports.nces.open", open));
        if (!listed(false).isEmpty()) said.add(Said.of("imports.nces.closed", listed(false)));
        said.add(Said.of("imports.nces.types", counted(kinds)));
        said.add(Said.of("imports.nces.zones", counted(zones)));
        if (!toConfirm.isEmpty()) said.add(Said.of("imports.nces.zones.confirm", counted(toConfirm)));
        if (withoutCounty > 0)
            said.add(Said.of("imports.nces.county", withoutCounty, zonesBy.getOrDefault(By.DISTRICT, 0),
                    zonesBy.getOrDefault(By.STATE, 0)));
        if (otherState > 0) said.add(Said.of("imports.nces.elsewhere", otherState));
        said.add(points == 0 ? Said.of("imports.nces.points.none") : Said.of("imports.nces.points", points));
        return said;
    }

    private String listed(boolean open) {
        var some = new LinkedHashMap<String, Integer>();
        statuses.forEach((word, n) -> {
            if (SchoolStatus.isOpen(word) == open) some.put(word, n);
        });
        return counted(some);
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }
}
