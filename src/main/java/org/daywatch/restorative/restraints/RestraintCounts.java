package org.daywatch.restorative.restraints;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.restorative.restraints.RestraintFile.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Restraint and seclusion of a school and a school year as the Civil Rights Data Collection asks for them: of each
 * kind, students and instances, by the plan they had. A student who was held twice is one student and two instances;
 * whose plan changed between them is counted under the one of the last.
 *
 * <p>Zero says that it was counted and was none: only a year that the school has declared complete says so. Of any
 * other a cell in which nothing stands is not known. Pure.
 */
public final class RestraintCounts {

    /** How many; null: nobody has said that it was none. */
    public record Cell(@Nullable Integer students, @Nullable Integer instances) {}

    private final Map<RestraintKind, Map<Plan, Integer>> instances = new EnumMap<>(RestraintKind.class);
    private final Map<RestraintKind, Map<Plan, Set<UUID>>> students = new EnumMap<>(RestraintKind.class);
    private final boolean complete;

    private RestraintCounts(boolean complete) {
        this.complete = complete;
    }

    /** @param files of one school and one school year. @param complete the school says that these are all */
    public static RestraintCounts of(Collection<RestraintFile> files, boolean complete) {
        var counts = new RestraintCounts(complete);
        var last = new HashMap<UUID, RestraintFile>();
        for (var f : files)
            last.merge(f.student(), f, (a, b) -> b.day().atTime(b.began()).isBefore(a.day().atTime(a.began())) ? a : b);
        for (var f : files)
            for (var kind : f.kinds()) {
                counts.instances.computeIfAbsent(kind, k -> new EnumMap<>(Plan.class)).merge(f.plan(), 1, Integer::sum);
                counts.students.computeIfAbsent(kind, k -> new EnumMap<>(Plan.class))
                        .computeIfAbsent(last.get(f.student()).plan(), p -> new HashSet<>()).add(f.student());
            }
        return counts;
    }

    public Cell of(RestraintKind kind, Plan plan) {
        return new Cell(shown(students.getOrDefault(kind, Map.of()).getOrDefault(plan, Set.of()).size()),
                shown(instances.getOrDefault(kind, Map.of()).getOrDefault(plan, 0)));
    }

    public Cell total(RestraintKind kind) {
        return new Cell(shown(students.getOrDefault(kind, Map.of()).values().stream().mapToInt(Set::size).sum()),
                shown(instances.getOrDefault(kind, Map.of()).values().stream().mapToInt(Integer::intValue).sum()));
    }

    private @Nullable Integer shown(int number) {
        return number == 0 && !complete ? null : number;
    }
}
