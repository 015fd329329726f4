package org.daywatch.directory.imports.oneroster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.intake.Said;
import org.jspecify.annotations.Nullable;

/**
 * Students of one school whom a roster that holds the whole list no longer names. Pure.
 *
 * @param students of the school until now
 * @param left of them, by their ids
 * @param named as the roster knew those who left
 */
record RosterLeavers(UUID school, int students, List<UUID> left, List<String> named) {

    /** Longer lists say that the file is not whole, and nobody looks each of them up. */
    private static final int MOST_TOLD = 100;

    /** A student as stored. @param sourcedId by which the roster knows them */
    record Student(UUID id, @Nullable UUID school, String sourcedId) {}

    /**
     * Only of schools the package holds; schools all of whose students are named are not in it.
     *
     * @param stored students who have not left
     * @param named folded: everybody who stands in the list, in a row that is refused too: a mistake in a row sends no
     * child away
     */
    static List<RosterLeavers> of(Collection<Student> stored, Set<UUID> schools, Set<String> named) {
        return stored.stream().filter(p -> schools.contains(p.school())).collect(Collectors.groupingBy(Student::school))
                .entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue(), named)).filter(s -> !s.left().isEmpty()).toList();
    }

    private static RosterLeavers of(UUID school, List<Student> students, Set<String> named) {
        var left = students.stream().filter(p -> !named.contains(RosterIds.fold(p.sourcedId())))
                .sorted(Comparator.comparing(Student::sourcedId)).toList();
        return new RosterLeavers(school, students.size(), left.stream().map(Student::id).toList(),
                left.stream().map(Student::sourcedId).toList());
    }

    /** @param marked by a file of changes, which marks those who left; a whole list no longer names them */
    Said said(String name, boolean marked) {
        return Said.of(marked ? "imports.roster.left.marked" : "imports.roster.left", name, left.size(), students);
    }

    /**
     * So that whoever is asked can look them up where the roster comes from. By number and not by name: what an import
     * found is kept longer than a student who left.
     */
    Said whom(String name, boolean marked) {
        return Said.of(marked ? "imports.roster.whom.marked" : "imports.roster.whom", name,
                Said.named(named, MOST_TOLD));
    }

    /** More than that share of the school. */
    boolean many(int percent) {
        return left.size() * 100L > (long) students * percent;
    }
}
