package org.daywatch.restorative.restraints;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.springframework.stereotype.Component;

/** The figures of school years. The district is bound. */
@Component
public class RestraintYears {

    private final RestraintStore restraints;
    private final RestraintRules rules;
    private final Clock clock;

    RestraintYears(RestraintStore restraints, RestraintRules rules, Clock clock) {
        this.restraints = restraints;
        this.rules = rules;
        this.clock = clock;
    }

    /** That a school says of a school year that all of it is written down. */
    public record Declared(LocalDate on, String by) {}

    /** @param open reported in that year and not written yet. @param declared empty: nobody has said that it is all */
    public record Sheet(Campus school, RestraintCounts counts, int open, Optional<Declared> declared) {}

    /** The first day of the present school year. */
    public LocalDate now(Campus school) {
        return rules.year(school, LocalDate.now(clock.withZone(school.zone())));
    }

    /** In the order of the schools. @param begins the first day of the year */
    public List<Sheet> of(List<Campus> schools, LocalDate begins) {
        var next = begins.plusYears(1);
        var all = restraints.reportedSince(begins).stream().collect(Collectors.groupingBy(Restraint::school));
        var declared = restraints.declared(begins);
        return schools.stream().map(school -> {
            var own = all.getOrDefault(school.id(), List.of());
            var files = own.stream().map(Restraint::file).filter(Objects::nonNull)
                    .filter(f -> !f.day().isBefore(begins) && f.day().isBefore(next)).toList();
            int open = (int) own.stream().filter(r -> r.file() == null && r.reported().isBefore(next)).count();
            var said = Optional.ofNullable(declared.get(school.id()));
            return new Sheet(school, RestraintCounts.of(files, said.isPresent()), open, said);
        }).toList();
    }
}
