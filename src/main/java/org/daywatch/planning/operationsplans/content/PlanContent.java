package org.daywatch.planning.operationsplans.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What one edition of an operations plan says.
 *
 * @param annexes by their key: the name of a {@link FunctionalAnnex}, or the id of a hazard
 */
public record PlanContent(List<Member> team, List<Hazard> hazards, Map<BasicSection, String> basic,
        Map<String, Annex> annexes) {

    public enum TeamRole {
        LEADER, ADMINISTRATION, TEACHERS, NURSE, COUNSELING, FACILITIES, TRANSPORT, DISABILITIES, FAMILIES, STUDENTS,
        OFFICER, POLICE, FIRE, EMERGENCY_MANAGEMENT, HEALTH, OTHER
    }

    public enum Phase { BEFORE, DURING, AFTER }

    /** @param reach how they are reached; may be empty */
    public record Member(UUID id, String name, TeamRole role, String reach) {}

    /** A threat or hazard with its marks from 1 to 4; warning: 4 is none at all; duration: 4 is the longest. */
    public record Hazard(UUID id, String name, int probability, int magnitude, int warning, int duration, String why) {}

    /** What is to be reached in a phase, how one sees that it is, and what is done. */
    public record Course(String goal, String objectives, String actions) {

        static final Course EMPTY = new Course("", "", "");

        public boolean empty() {
            return goal.isBlank() && objectives.isBlank() && actions.isBlank();
        }
    }

    public record Annex(Map<Phase, Course> phases) {

        public Annex {
            var all = new EnumMap<Phase, Course>(Phase.class);
            for (var phase : Phase.values()) all.put(phase, phases.getOrDefault(phase, Course.EMPTY));
            phases = java.util.Collections.unmodifiableMap(all);
        }

        public Course in(Phase phase) {
            return phases.get(phase);
        }

        public boolean empty() {
            return phases.values().stream().allMatch(Course::empty);
        }
    }

    public PlanContent {
        team = List.copyOf(team);
        hazards = List.copyOf(hazards);
        basic = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(basic));
        annexes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(annexes));
    }

    /** A structure to be filled, without a word that could be taken for a plan. */
    public static PlanContent empty() {
        return new PlanContent(List.of(), List.of(), Map.of(), Map.of());
    }

    public String text(BasicSection section) {
        return basic.getOrDefault(section, "");
    }

    public Annex annex(String key) {
        return annexes.getOrDefault(key, new Annex(Map.of()));
    }

    public Optional<Hazard> hazard(String key) {
        return hazards.stream().filter(h -> h.id().toString().equals(key)).findFirst();
    }

    /** Keys of all annexes there can be: the ten functions, then one for each hazard. */
    public List<String> annexKeys() {
        var keys = new ArrayList<String>();
        for (var function : FunctionalAnnex.values()) keys.add(function.name());
        hazards.forEach(h -> keys.add(h.id().toString()));
        return keys;
    }

    public PlanContent with(Member member) {
        return new PlanContent(replaced(team, m -> m.id().equals(member.id()), member), hazards, basic, annexes);
    }

    public PlanContent with(Hazard hazard) {
        return new PlanContent(team, replaced(hazards, h -> h.id().equals(hazard.id()), hazard), basic, annexes);
    }

    public PlanContent with(BasicSection section, String words) {
        var all = new EnumMap<BasicSection, String>(BasicSection.class);
        all.putAll(basic);
        all.put(section, words);
        return new PlanContent(team, hazards, all, annexes);
    }

    public PlanContent with(String key, Annex annex) {
        var all = new LinkedHashMap<>(annexes);
        all.put(key, annex);
        return new PlanContent(team, hazards, basic, all);
    }

    public PlanContent withoutMember(UUID id) {
        return new PlanContent(team.stream().filter(m -> !m.id().equals(id)).toList(), hazards, basic, annexes);
    }

    /** Its annex goes with it. */
    public PlanContent withoutHazard(UUID id) {
        var left = new LinkedHashMap<>(annexes);
        left.remove(id.toString());
        return new PlanContent(team, hazards.stream().filter(h -> !h.id().equals(id)).toList(), basic, left);
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> same, T by) {
        var list = new ArrayList<>(all);
        for (int i = 0; i < list.size(); i++) {
            if (!same.test(list.get(i))) continue;
            list.set(i, by);
            return list;
        }
        list.add(by);
        return list;
    }
}
