package org.daywatch.planning.operationsplans.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;

/**
 * One stretch of text of a plan, the smallest that is compared, printed and written.
 *
 * @param chapter TEAM, HAZARDS, BASIC, FUNCTIONS or THREATS
 * @param key of the section or annex: a name, or the id of a hazard; empty in TEAM and HAZARDS
 * @param phase BEFORE, DURING or AFTER in an annex; else empty
 * @param field GOAL, OBJECTIVES or ACTIONS in an annex; else empty
 */
public record PlanPart(String chapter, String key, String phase, String field) {

    public static final List<String> CHAPTERS = List.of("TEAM", "HAZARDS", "BASIC", "FUNCTIONS", "THREATS");

    /** All texts of a plan in the order in which it is read; empty ones are left out. */
    public static Map<PlanPart, String> all(PlanContent plan) {
        var parts = new LinkedHashMap<PlanPart, String>();
        put(parts, new PlanPart("TEAM", "", "", ""), team(plan));
        put(parts, new PlanPart("HAZARDS", "", "", ""), hazards(plan));
        for (var section : BasicSection.values())
            put(parts, new PlanPart("BASIC", section.name(), "", ""), plan.text(section));
        for (var key : plan.annexKeys()) {
            String chapter = plan.hazard(key).isPresent() ? "THREATS" : "FUNCTIONS";
            for (var phase : Phase.values()) {
                var course = plan.annex(key).in(phase);
                put(parts, new PlanPart(chapter, key, phase.name(), "GOAL"), course.goal());
                put(parts, new PlanPart(chapter, key, phase.name(), "OBJECTIVES"), course.objectives());
                put(parts, new PlanPart(chapter, key, phase.name(), "ACTIONS"), course.actions());
            }
        }
        return parts;
    }

    /** One line each, in words that need no translation. */
    private static String team(PlanContent plan) {
        return plan.team().stream().map(m -> m.name() + (m.reach().isBlank() ? "" : " (" + m.reach() + ")")).sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String hazards(PlanContent plan) {
        return plan.hazards().stream()
                .map(h -> h.name() + ": " + h.probability() + "-" + h.magnitude() + "-" + h.warning() + "-"
                        + h.duration()
                        + (h.why().isBlank() ? "" : " (" + h.why() + ")"))
                .sorted().collect(Collectors.joining("\n"));
    }

    private static void put(Map<PlanPart, String> parts, PlanPart part, String words) {
        if (!words.isBlank()) parts.put(part, words.strip());
    }

    /** Both plans' parts, those of the later one first where they stand, then what it dropped. */
    static List<PlanPart> ofBoth(Map<PlanPart, String> earlier, Map<PlanPart, String> later) {
        var parts = new ArrayList<>(later.keySet());
        earlier.keySet().stream().filter(p -> !later.containsKey(p)).forEach(parts::add);
        parts.sort(java.util.Comparator.comparingInt(p -> CHAPTERS.indexOf(p.chapter())));
        return parts;
    }
}
