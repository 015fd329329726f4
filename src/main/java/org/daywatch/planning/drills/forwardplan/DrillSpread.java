package org.daywatch.planning.drills.forwardplan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.daywatch.directory.DayKind;
import org.daywatch.planning.drills.forwardplan.SpreadPlan.Choice;
import org.daywatch.planning.drills.forwardplan.SpreadPlan.Rule;
import org.daywatch.planning.drills.forwardplan.SpreadPlan.Unplaced;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Ceiling;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Day;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Wanted;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.jspecify.annotations.Nullable;

/**
 * Spreads drills over weeks, weekdays and hours. Each goes into a week of its own, by augmenting paths: where
 * everything that is due can be met, it is. Within its week the rarest weekday and the rarest hour are taken. Pure: the
 * same problem gives the same plan.
 */
public final class DrillSpread {

    private final SpreadProblem problem;
    private final TreeMap<LocalDate, List<Day>> weeks = new TreeMap<>();
    private final Set<LocalDate> closed = new HashSet<>();
    private final Map<LocalDate, Wanted> taken = new HashMap<>();
    private final Map<Wanted, LocalDate> targets = new HashMap<>();

    private DrillSpread(SpreadProblem problem) {
        this.problem = problem;
        for (var day : problem.days()) weeks.computeIfAbsent(monday(day.day()), w -> new ArrayList<>()).add(day);
        problem.fixed().forEach(f -> closed.add(monday(f.day())));
        target();
    }

    public static SpreadPlan of(SpreadProblem problem) {
        return new DrillSpread(problem).spread();
    }

    private SpreadPlan spread() {
        var order = problem.wanted().stream()
                .sorted(Comparator.comparing(Wanted::by).thenComparing(Wanted::from).thenComparing(Wanted::kind)
                        .thenComparing(Wanted::number)
                        .thenComparing(Wanted::rule))
                .toList();
        var unplaced = new ArrayList<Unplaced>();
        for (var wanted : order)
            if (!place(wanted, new HashSet<>())) unplaced.add(new Unplaced(wanted, notPossible(wanted, null)));
        var rarity = new Rarity(problem);
        var choices = new ArrayList<Choice>();
        for (var week : new TreeMap<>(taken).entrySet()) {
            var wanted = week.getValue();
            var day = weeks.get(week.getKey()).stream().filter(d -> forbidden(wanted, d).isEmpty())
                    .min(Comparator.comparingInt((Day d) -> cost(d, wanted, rarity)).thenComparing(Day::day))
                    .orElseThrow();
            rarity.choose(wanted, day.day(), why(wanted, day, rarity)).ifPresentOrElse(
                    (Rarity.Taken at) -> choices
                            .add(new Choice(wanted, day.day(), at.hour(), at.why(), notPossible(wanted, day.day()))),
                    () -> unplaced.add(new Unplaced(wanted, dosed(wanted))));
        }
        return new SpreadPlan(choices, unplaced);
    }

    /**
     * Those of one span are put in a row, each kind spread over it, and every one aims at its own part of the span: so
     * that months differ too.
     */
    private void target() {
        var spans = new HashMap<List<LocalDate>, List<Wanted>>();
        for (var w : problem.wanted()) spans.computeIfAbsent(List.of(w.from(), w.by()), k -> new ArrayList<>()).add(w);
        spans.values().forEach(group -> {
            var row = row(group);
            for (int i = 0; i < row.size(); i++) {
                var w = row.get(i);
                var first = w.from().isBefore(problem.earliest()) ? problem.earliest() : w.from();
                long days = Math.max(0, ChronoUnit.DAYS.between(first, w.by()));
                targets.put(w, first.plusDays(days * (2L * i + 1) / (2L * row.size())));
            }
        });
    }

    private static List<Wanted> row(List<Wanted> group) {
        var place = new HashMap<Wanted, Double>();
        var kinds = new TreeMap<DrillKind, List<Wanted>>();
        for (var w : group) kinds.computeIfAbsent(w.kind(), k -> new ArrayList<>()).add(w);
        kinds.values().forEach(same -> {
            same.sort(Comparator.comparingInt(Wanted::number));
            for (int i = 0; i < same.size(); i++) place.put(same.get(i), (i + 0.5) / same.size());
        });
        return group.stream().sorted(Comparator.<Wanted>comparingDouble(place::get).thenComparing(Wanted::kind)
                .thenComparing(Wanted::number).thenComparing(Wanted::rule)).toList();
    }

    /** Takes a week for it; who held the week may be moved to another of theirs. */
    private boolean place(Wanted wanted, Set<LocalDate> asked) {
        for (var week : weeksFor(wanted)) {
            if (!asked.add(week)) continue;
            var holder = taken.get(week);
            if (holder == null ? full(week) : !place(holder, asked)) continue;
            taken.put(week, wanted);
            return true;
        }
        return false;
    }

    private List<LocalDate> weeksFor(Wanted wanted) {
        var target = targets.get(wanted);
        return weeks.entrySet().stream()
                .filter(w -> !closed.contains(w.getKey())
                        && w.getValue().stream().anyMatch(d -> forbidden(wanted, d).isEmpty()))
                .map(Map.Entry::getKey)
                .sorted(Comparator
                        .comparingLong((LocalDate w) -> Math.abs(ChronoUnit.DAYS.between(target, w.plusDays(2))))
                        .thenComparing(w -> w))
                .toList();
    }

    /**
     * One more drill in this week would be one more than a program allows: a path of moves adds a drill only in the
     * week where it ends.
     */
    private boolean full(LocalDate week) {
        return problem.ceilings().stream().filter(c -> weeks.get(week).stream().anyMatch(d -> c.covers(d.day())))
                .anyMatch(c -> counted(c) >= c.most());
    }

    private long counted(Ceiling ceiling) {
        return problem.fixed().stream().filter(f -> ceiling.covers(f.day())).count()
                + taken.keySet().stream().filter(w -> weeks.get(w).stream().anyMatch(d -> ceiling.covers(d.day())))
                        .count();
    }

    /** What stands against a day, apart from what else is planned. */
    private Optional<Rule> forbidden(Wanted wanted, Day day) {
        if (day.day().isBefore(wanted.from()) || day.day().isAfter(wanted.by())
                || day.day().isBefore(problem.earliest()))
            return Optional.of(Rule.TOO_SOON);
        if (day.day().isBefore(wanted.noticeFrom())) return Optional.of(Rule.NOTICE);
        if (day.edge()) return Optional.of(Rule.FIRST_OR_LAST_DAY);
        if (day.kind() == DayKind.EXAM) return Optional.of(Rule.EXAM);
        if (day.testing()) return Optional.of(Rule.TESTING);
        return day.kind() == DayKind.HALF_DAY ? Optional.of(Rule.HALF_DAY) : Optional.empty();
    }

    private Map<Rule, List<LocalDate>> notPossible(Wanted wanted, @Nullable LocalDate chosen) {
        var not = new EnumMap<Rule, List<LocalDate>>(Rule.class);
        for (var day : problem.days()) {
            if (day.day().equals(chosen) || day.day().isBefore(wanted.from()) || day.day().isAfter(wanted.by()))
                continue;
            var week = monday(day.day());
            boolean other = closed.contains(week) || taken.containsKey(week) && taken.get(week) != wanted;
            forbidden(wanted, day)
                    .or(() -> other
                            ? Optional.of(Rule.WEEK_TAKEN)
                            : !taken.containsKey(week) && full(week) ? Optional.of(Rule.CEILING) : Optional.empty())
                    .ifPresent(rule -> not.computeIfAbsent(rule, r -> new ArrayList<>()).add(day.day()));
        }
        return not;
    }

    private Map<Rule, List<LocalDate>> dosed(Wanted wanted) {
        var not = notPossible(wanted, null);
        problem.days().stream()
                .filter(d -> !d.day().isBefore(wanted.from()) && !d.day().isAfter(wanted.by())
                        && forbidden(wanted, d).isEmpty())
                .forEach(d -> not.computeIfAbsent(Rule.DOSE, r -> new ArrayList<>()).add(d.day()));
        return not;
    }

    private int cost(Day day, Wanted wanted, Rarity rarity) {
        int far = (int) Math.min(20, Math.abs(ChronoUnit.DAYS.between(targets.get(wanted), day.day())));
        return 10 * rarity.weekday(day.day().getDayOfWeek()) + (problem.elsewhere().contains(day.day()) ? 6 : 0) + far;
    }

    private List<String> why(Wanted wanted, Day day, Rarity rarity) {
        var why = new ArrayList<String>();
        why.add("LAST_DAY|" + wanted.by());
        why.add("WEEKDAY|" + rarity.weekday(day.day().getDayOfWeek()));
        why.add((problem.elsewhere().contains(day.day()) ? "BESIDE_OTHERS|" : "ALONE|") + day.day());
        return why;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
