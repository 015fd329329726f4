package org.daywatch.scheduling.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.scheduling.explain.ScheduleExplanation.Credential;
import org.daywatch.scheduling.explain.ScheduleExplanation.Holder;
import org.daywatch.scheduling.explain.ScheduleExplanation.Next;
import org.daywatch.scheduling.explain.ScheduleExplanation.Opening;
import org.daywatch.scheduling.explain.ScheduleExplanation.Other;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.jspecify.annotations.Nullable;

/** Explains one shift of an answer. */
public final class Explainer {

    private final AnsweredProblem roster;
    private final ScheduleAnswer answer;
    private final SeatFindings rules;
    private final SeatWorth worth;

    private Explainer(ScheduleProblem problem, ScheduleAnswer answer) {
        this.roster = new AnsweredProblem(problem, answer);
        this.answer = answer;
        this.rules = new SeatFindings(roster);
        this.worth = new SeatWorth(roster);
    }

    /**
     * @param officer whom alone to speak of; null for all
     * @throws InvalidInput where the problem does not have the shift or the officer, or the answer names others
     */
    public static ScheduleExplanation explain(ScheduleProblem problem, ScheduleAnswer answer, String shift,
            @Nullable String officer) {
        return new Explainer(problem, answer).explain(shift, officer);
    }

    private ScheduleExplanation explain(String id, @Nullable String only) {
        var shift = roster.shifts.get(id);
        if (shift == null) throw new InvalidInput("--shift", id, "The problem has no such shift.");
        if (only != null && !roster.officers.containsKey(only))
            throw new InvalidInput("--officer", only, "The problem has no such officer.");
        var others = others(shift);
        boolean open = roster.unfilled(shift) > 0;
        return new ScheduleExplanation(answer.problem(), answer.sha256(), shift,
                roster.problem.objective().kind() == Kind.WORTH, roster.holders(shift).size(),
                roster.unfilled(shift),
                holders(shift, others).stream().filter(h -> only == null || h.officer().equals(only)).toList(),
                others.stream().filter(o -> only == null || o.officer().equals(only)).toList(),
                open ? openings(others, only) : List.of(),
                open ? credentials() : List.of(), open ? new ChainSearch(roster, rules, worth).fill(shift) : null);
    }

    private List<Holder> holders(Shift shift, List<Other> others) {
        var next = others.stream().filter(o -> o.lacks().isEmpty()).findFirst();
        return roster.holders(shift).stream().map(officer -> {
            var rest = roster.heldWithout(officer, shift);
            boolean pinned = roster.pinned(shift, officer);
            var terms = worth.marginal(officer, shift, rest);
            return new Holder(officer.id(), pinned, terms,
                    pinned
                            ? null
                            : next.map(n -> new Next(n.officer(), n.terms(), less(terms, n.terms()))).orElse(null),
                    pinned ? List.of() : rules.of(officer, shift, rest));
        }).toList();
    }

    /** Those who could stand there, the most worthy first; then the others, by id. */
    private List<Other> others(Shift shift) {
        var others = new ArrayList<Other>();
        for (var officer : roster.officers.values()) {
            if (roster.holders(shift).contains(officer)) continue;
            var held = roster.held(officer);
            var lacks = rules.of(officer, shift, held);
            others.add(new Other(officer.id(), held.size(),
                    lacks.isEmpty() ? worth.marginal(officer, shift, held) : new TreeMap<>(), lacks));
        }
        others.sort(Comparator.comparing((Other o) -> !o.lacks().isEmpty())
                .thenComparing(Comparator.comparingLong(Other::points).reversed()).thenComparing(Other::officer));
        return others;
    }

    private static List<Opening> openings(List<Other> others, @Nullable String only) {
        return others.stream().filter(o -> !o.lacks().isEmpty()).filter(o -> only == null || o.officer().equals(only))
                .map(o -> new Opening(o.officer(), o.lacks()))
                .sorted(Comparator.comparingInt((Opening o) -> o.rules().size()).thenComparingLong(Opening::minutes)
                        .thenComparing(Opening::officer))
                .toList();
    }

    /** Over all open seats: who lacks one credential there and nothing else. */
    private List<Credential> credentials() {
        Map<String, SortedMap<String, Integer>> seats = new TreeMap<>();
        Map<String, SortedSet<String>> who = new TreeMap<>();
        roster.unfilled().forEach((shift, open) -> roster.officers.values().forEach(officer -> {
            var code = onlyCredential(officer, shift);
            if (code == null) return;
            seats.computeIfAbsent(code, c -> new TreeMap<>()).merge(shift.id(), 1, (a, b) -> Math.min(open, a + b));
            who.computeIfAbsent(code, c -> new TreeSet<>()).add(officer.id());
        }));
        return seats.entrySet().stream()
                .map(e -> new Credential(e.getKey(), e.getValue().size(),
                        e.getValue().values().stream().mapToInt(Integer::intValue).sum(),
                        List.copyOf(who.get(e.getKey()))))
                .sorted(Comparator.comparingInt(Credential::seats).reversed().thenComparing(Credential::code)).toList();
    }

    private @Nullable String onlyCredential(Officer officer, Shift shift) {
        if (roster.holders(shift).contains(officer)) return null;
        var alone = rules.alone(officer, shift);
        if (alone.size() != 1 || !alone.getFirst().code().equals("NOT_QUALIFIED")) return null;
        return rules.hours(officer, shift, roster.held(officer)).isEmpty() ? alone.getFirst().other() : null;
    }

    private static SortedMap<String, Long> less(SortedMap<String, Long> theirs, SortedMap<String, Long> others) {
        var ahead = new TreeMap<>(theirs);
        others.forEach((term, points) -> ahead.merge(term, -points, Long::sum));
        ahead.values().removeIf(points -> points == 0);
        return ahead;
    }
}
