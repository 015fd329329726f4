package org.daywatch.directory.programs.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Demand;
import org.jspecify.annotations.Nullable;

/**
 * What another number would change, school by school: by what it is measured, what would be due besides, what no
 * longer, and what would have other days.
 *
 * @param concerned schools the requirement binds
 */
public record NumberChange(int concerned, List<OfSchool> schools) {

    public record OfSchool(String school, Measure measure, List<Due> appear, List<Due> disappear, List<Move> move) {
        boolean changes() {
            return measure.changes() || !appear.isEmpty() || !disappear.isEmpty() || !move.isEmpty();
        }
    }

    /**
     * By what its meters, clocks and gates are measured. @param was null where no number is set. @param becomes the
     * same from the day on which it begins
     */
    public record Measure(@Nullable Requirement was, @Nullable Requirement becomes) {
        public boolean changes() {
            return was == null
                    ? becomes != null
                    : becomes == null || was.counting() != becomes.counting() || was.evidence() != becomes.evidence()
                            || was.rule().value().compareTo(becomes.rule().value()) != 0;
        }
    }

    /** The same one, by its number, within other days. */
    public record Move(Due before, Due after) {}

    public static NumberChange of(Demand demand, List<Campus> bound, Map<UUID, List<Due>> before,
            Map<UUID, List<Due>> after, Function<Campus, Measure> measure) {
        var changed = new ArrayList<OfSchool>();
        for (Campus school : bound) {
            var one = of(school.name(), measure.apply(school),
                    listed(demand, before.getOrDefault(school.id(), List.of())),
                    listed(demand, after.getOrDefault(school.id(), List.of())));
            if (one.changes()) changed.add(one);
        }
        return new NumberChange(bound.size(), changed);
    }

    /** Schools for which the same changes, so that it is read once. @param change without the name of a school */
    public record Alike(List<String> names, OfSchool change) {}

    /** The most schools first. */
    public List<Alike> alike() {
        var names = new LinkedHashMap<OfSchool, List<String>>();
        for (var s : schools)
            names.computeIfAbsent(new OfSchool("", s.measure(), s.appear(), s.disappear(), s.move()),
                    k -> new ArrayList<>()).add(s.school());
        return names.entrySet().stream().map(e -> new Alike(List.copyOf(e.getValue()), e.getKey()))
                .sorted(Comparator.comparingInt((Alike a) -> -a.names().size())).toList();
    }

    public long appear() {
        return schools.stream().mapToLong(s -> s.appear().size()).sum();
    }

    public long disappear() {
        return schools.stream().mapToLong(s -> s.disappear().size()).sum();
    }

    /** Schools whose meters, clocks or gates would be measured by something else. */
    public long measured() {
        return schools.stream().filter(s -> s.measure().changes()).count();
    }

    public long move() {
        return schools.stream().mapToLong(s -> s.move().size()).sum();
    }

    private static List<Due> listed(Demand demand, List<Due> dues) {
        return dues.stream().filter(d -> d.requirement().rule().code().equals(demand.rule())).toList();
    }

    /**
     * Those of the same period are the same ones, as many as both have; of the rest, those of the same number have
     * moved.
     */
    private static OfSchool of(String school, Measure measure, List<Due> before, List<Due> after) {
        var gone = new ArrayList<>(before);
        var fresh = new ArrayList<Due>();
        for (Due due : after) {
            var same = gone.stream().filter(d -> days(d).equals(days(due))).findFirst();
            if (same.isPresent()) gone.remove(same.get());
            else fresh.add(due);
        }
        var moved = new ArrayList<Move>();
        for (Due due : List.copyOf(fresh)) {
            var same = gone.stream().filter(d -> d.number() == due.number()).findFirst();
            if (same.isEmpty()) continue;
            moved.add(new Move(same.get(), due));
            gone.remove(same.get());
            fresh.remove(due);
        }
        return new OfSchool(school, measure, fresh, gone, moved);
    }

    private static List<LocalDate> days(Due due) {
        return List.of(due.from(), due.by());
    }
}
