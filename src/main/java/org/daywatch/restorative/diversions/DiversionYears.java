package org.daywatch.restorative.diversions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.restorative.diversions.DiversionEnd.Without;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.springframework.stereotype.Component;

/** Help before exclusion by school year. The district is bound. */
@Component
public class DiversionYears {

    private final DiversionStore diversions;
    private final RestorativeWords words;
    private final ProgramRules rules;
    private final Clock clock;

    DiversionYears(DiversionStore diversions, RestorativeWords words, ProgramRules rules, Clock clock) {
        this.diversions = diversions;
        this.words = words;
        this.rules = rules;
        this.clock = clock;
    }

    /** Of one school, for those who read its records: each time counts. */
    public record Exact(DiversionTable courses, DiversionTable offers, Map<Without, Integer> without) {}

    /** @param courses of students; empty where nothing may be shown. @param least a figure stands for as many */
    public record Hidden(Optional<DiversionTable> courses, int least) {}

    public Exact of(Campus school, LocalDate begins) {
        var counts = DiversionCounts.of(begun(Set.of(school.id()), begins));
        var kinds = Stream.concat(words.labels(Label.Kind.OFFER, LocalDate.now(clock.withZone(school.zone()))).stream(),
                new TreeSet<>(counts.offers().keySet()).stream()).distinct().toList();
        return new Exact(DiversionTable.exact(exclusions(), counts.grid()),
                DiversionTable.exact(kinds, counts.offers(kinds)), counts.without());
    }

    /** Of a whole district: each student counts once. */
    public Hidden of(List<Campus> schools, LocalDate begins) {
        var first = schools.getFirst();
        int least = rules.book().get("DIVERSION_LEAST", LocalDate.now(clock.withZone(first.zone())),
                "DISTRICT:" + first.districtId(), RuleBook.state(first.state())).number();
        var ids = schools.stream().map(Campus::id).collect(Collectors.toSet());
        var counts = DiversionCounts.of(DiversionCounts.lastOfEach(begun(ids, begins)));
        return new Hidden(DiversionTable.hidden(exclusions(), counts.grid(), least), least);
    }

    private List<Diversion> begun(Set<UUID> schools, LocalDate begins) {
        return diversions.begun(begins, begins.plusYears(1)).stream().filter(d -> schools.contains(d.school()))
                .toList();
    }

    private static List<String> exclusions() {
        return Arrays.stream(Exclusion.values()).map(Enum::name).toList();
    }
}
