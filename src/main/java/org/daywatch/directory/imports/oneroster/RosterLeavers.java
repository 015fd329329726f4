package org.daywatch.directory.imports.oneroster;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Pupils of one school whom a roster that holds the whole list no longer names. Pure.
 *
 * @param pupils of the school until now
 * @param left of them, by their ids
 */
record RosterLeavers(UUID school, int pupils, List<UUID> left) {

    /** A pupil as stored. @param sourcedId by which the roster knows him */
    record Pupil(UUID id, UUID school, String sourcedId) {}

    /**
     * Only of schools the package holds; schools all of whose pupils are named are not in it.
     *
     * @param stored pupils who have not left
     * @param named everybody who stands in the list, in a row that is refused too: a mistake in a row sends no child away
     */
    static List<RosterLeavers> of(Collection<Pupil> stored, Set<UUID> schools, Set<String> named) {
        return stored.stream().filter(p -> schools.contains(p.school())).collect(Collectors.groupingBy(Pupil::school)).entrySet().stream()
                .map(e -> new RosterLeavers(e.getKey(), e.getValue().size(), e.getValue().stream().filter(p -> !named.contains(p.sourcedId())).map(Pupil::id).toList()))
                .filter(s -> !s.left().isEmpty()).toList();
    }

    /** More than that share of the school. */
    boolean many(int percent) {
        return left.size() * 100L > (long) pupils * percent;
    }
}
