package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Catalog;
import org.daywatch.directory.programs.posts.Members.Part;
import org.jspecify.annotations.Nullable;

/** Which programs bind which school, and from when to when. Pure. */
public record Participation(Catalog catalog, Map<UUID, List<Part>> parts) {

    /** @param from null: since ever. @param to null: without end */
    public record Bound(String program, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Narrowest first: whose numbers hold for the school. */
    public static List<String> scopes(Campus school) {
        return List.of("DISTRICT:" + school.districtId(), RuleBook.state(school.state()));
    }

    /** Codes of the programs that bind the school on a day. */
    public TreeSet<String> on(Campus school, LocalDate day) {
        return bounds(school).stream()
                .filter(b -> (b.from() == null || !day.isBefore(b.from())) && (b.to() == null || !day.isAfter(b.to())))
                .map(Bound::program).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * One span for each program: from the first day it binds the school to the last, without end while one part goes
     * on.
     */
    public List<Bound> bounds(Campus school) {
        var bounds = new ArrayList<Bound>();
        for (var entry : catalog.of(school.state())) {
            String code = entry.program().code();
            if (entry.everySchool()) {
                bounds.add(new Bound(code, null, null));
                continue;
            }
            var mine = parts.getOrDefault(school.id(), List.of()).stream().filter(p -> p.program().equals(code))
                    .toList();
            if (mine.isEmpty()) continue;
            var from = mine.stream().map(Part::from).min(LocalDate::compareTo).orElseThrow();
            boolean goesOn = mine.stream().anyMatch(p -> p.to() == null);
            bounds.add(new Bound(code, from,
                    goesOn
                            ? null
                            : mine.stream().map(Part::to).filter(java.util.Objects::nonNull).max(LocalDate::compareTo)
                                    .orElse(null)));
        }
        return bounds;
    }
}
