package org.daywatch.directory.programmes.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.programmes.catalogue.Demand;

/**
 * What another number would change, school by school: what would be due besides, what no longer, and what would have other days.
 *
 * @param concerned schools the requirement binds
 */
public record NumberChange(int concerned, List<OfSchool> schools) {

    public record OfSchool(String school, List<Due> appear, List<Due> disappear, List<Move> move) {
        boolean changes() {
            return !appear.isEmpty() || !disappear.isEmpty() || !move.isEmpty();
        }
    }

    /** The same one, by its number, within other days. */
    public record Move(Due before, Due after) {}

    public static NumberChange of(Demand demand, List<Campus> bound, Map<UUID, List<Due>> before, Map<UUID, List<Due>> after) {
        var changed = new ArrayList<OfSchool>();
        for (Campus school : bound) {
            var one = of(school.name(), listed(demand, before.getOrDefault(school.id(), List.of())), listed(demand, after.getOrDefault(school.id(), List.of())));
            if (one.changes()) changed.add(one);
        }
        return new NumberChange(bound.size(), changed);
    }

    public long appear() {
        return schools.stream().mapToLong(s -> s.appear().size()).sum();
    }

    public long disappear() {
        return schools.stream().mapToLong(s -> s.disappear().size()).sum();
    }

    public long move() {
        return schools.stream().mapToLong(s -> s.move().size()).sum();
    }

    private static List<Due> listed(Demand demand, List<Due> dues) {
        return dues.stream().filter(d -> d.requirement().rule().code().equals(demand.rule())).toList();
    }

    /** Those of the same period are the same ones, as many as both have; of the rest, those of the same number have moved. */
    private static OfSchool of(String school, List<Due> before, List<Due> after) {
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
        return new OfSchool(school, fresh, gone, moved);
    }

    private static List<LocalDate> days(Due due) {
        return List.of(due.from(), due.by());
    }
}
