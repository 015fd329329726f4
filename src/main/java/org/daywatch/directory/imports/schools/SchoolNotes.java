package org.daywatch.directory.imports.schools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.schools.SchoolPlace.StateBy;
import org.daywatch.platform.intake.Said;
import org.daywatch_db.directory.tables.records.SchoolRecord;

/** What was found where the list did not say it. */
final class SchoolNotes {
    private static final int NAMED = 5;
    private final Map<String, Integer> zones = new TreeMap<>();
    private final Map<String, Integer> toConfirm = new TreeMap<>();
    private final Map<StateBy, Integer> states = new EnumMap<>(StateBy.class);
    private final TreeSet<String> archived = new TreeSet<>();
    private final TreeSet<String> elsewhere = new TreeSet<>();
    private final List<String> districts = new ArrayList<>();
    private boolean preview;
    private int placeless;

    void added(SchoolRecord row, SchoolPlace place) {
        zone(place);
        states.merge(place.stateBy(), 1, Integer::sum);
        if (row.getLatitude() == null) placeless++;
    }

    void zone(SchoolPlace place) {
        if (place.zoneFound()) zones.merge(place.zone().getId(), 1, Integer::sum);
        if (place.toConfirm()) toConfirm.merge(place.zone().getId(), 1, Integer::sum);
    }

    void district(String name, boolean isPreview) {
        districts.add(name);
        preview = isPreview;
    }

    void archived(String name) {
        archived.add(name);
    }

    void elsewhere(String name) {
        elsewhere.add(name);
    }

    List<Said> sentences() {
        var said = new ArrayList<Said>();
        if (!districts.isEmpty())
            said.add(Said.of(preview ? "imports.said.districts.would" : "imports.said.districts",
                    Said.named(districts, NAMED)));
        for (StateBy by : StateBy.values()) {
            int n = by == StateBy.ROW ? 0 : states.getOrDefault(by, 0);
            if (n > 0) said.add(Said.of("imports.schools.state." + by, n));
        }
        if (!zones.isEmpty()) said.add(Said.of("imports.schools.zones", counted(zones)));
        if (!toConfirm.isEmpty()) said.add(Said.of("imports.schools.zones.confirm", counted(toConfirm)));
        if (placeless > 0) said.add(Said.of("imports.schools.placeless", placeless));
        if (!archived.isEmpty()) said.add(Said.of("imports.schools.archived", Said.named(archived, NAMED)));
        if (!elsewhere.isEmpty()) said.add(Said.of("imports.schools.elsewhere", Said.named(elsewhere, NAMED)));
        return said;
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }
}
