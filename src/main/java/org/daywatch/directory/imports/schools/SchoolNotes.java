package org.daywatch.directory.imports.schools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.schools.SchoolPlace.StateBy;
import org.daywatch_db.directory.tables.records.SchoolRecord;

/** What was found where the list did not say it, in sentences. */
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

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (!districts.isEmpty()) sentences.add("Districts " + (preview ? "that would be created: " : "created: ") + named(districts) + ".");
        stated(StateBy.ZIP, "ZIP code", sentences);
        stated(StateBy.DISTRICT, "district", sentences);
        stated(StateBy.AGENCY, "agency", sentences);
        if (!zones.isEmpty()) sentences.add("Time zone not given, so taken from the town or state: " + counted(zones) + ".");
        if (!toConfirm.isEmpty()) sentences.add("Time zone to be confirmed at the school, because the line between two zones does not follow the county there: " + counted(toConfirm) + ".");
        if (placeless > 0) sentences.add(schools(placeless) + " without a position: until it is set, check-in is by the front desk's code.");
        if (!archived.isEmpty()) sentences.add("Archived, so left unchanged: " + named(archived) + ".");
        if (!elsewhere.isEmpty()) sentences.add("Left in their district although the file names another one: " + named(elsewhere) + ".");
        return sentences;
    }

    private void stated(StateBy by, String words, List<String> sentences) {
        int n = states.getOrDefault(by, 0);
        if (n > 0) sentences.add("State not given, so taken from the " + words + ": " + schools(n) + ".");
    }

    private static String named(java.util.Collection<String> names) {
        int more = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    private static String schools(int n) {
        return n == 1 ? "1 school" : n + " schools";
    }
}
