package org.daywatch.directory.programmes.due;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programmes.catalogue.Demand;
import org.jspecify.annotations.Nullable;

/**
 * Which number of a rule answers for a period. The rule of its last day does; where none is in force that day, the one that
 * was in force last. Days on which no rule holds do not count: a duty that begins in mid-year has its window from then on.
 */
record Numbers(Demand demand, RuleBook book, List<String> scopes) {

    record Answer(Requirement requirement, LocalDate from, LocalDate by) {}

    /** @param days those that count, ascending: of school only, or all of the period's */
    Optional<Answer> of(List<LocalDate> days) {
        LocalDate last = edge(days.reversed());
        if (last == null) return Optional.empty();
        return Optional.of(new Answer(demand.on(last, book, scopes).orElseThrow(), Objects.requireNonNull(edge(days)), last));
    }

    /** The number in force on the first day that has one. */
    Optional<Requirement> first(List<LocalDate> days) {
        LocalDate day = edge(days);
        return day == null ? Optional.empty() : demand.on(day, book, scopes);
    }

    /** The first of the days on which a rule is in force; nearly always the first one. */
    private @Nullable LocalDate edge(List<LocalDate> days) {
        for (LocalDate day : days) if (demand.on(day, book, scopes).isPresent()) return day;
        return null;
    }
}
