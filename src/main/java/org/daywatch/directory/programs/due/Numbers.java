package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Demand;
import org.jspecify.annotations.Nullable;

/**
 * Which number of a rule answers for a period: the one in force on the day asked for, or on the nearest end of the
 * period where that day lies outside; where none is in force then, the next one, else the last one. Days on which no
 * rule holds do not count: a duty that begins in mid-year has its window from then on.
 */
record Numbers(Demand demand, DueList.Rules rules, LocalDate asOf) {

    record Answer(Requirement requirement, LocalDate from, LocalDate by) {}

    /** @param days those that count, ascending: of school only, or all of the period's */
    Optional<Answer> of(List<LocalDate> days) {
        LocalDate last = edge(days.reversed());
        if (last == null) return Optional.empty();
        var come = days.stream().filter(day -> !day.isAfter(asOf)).toList();
        var ahead = days.subList(Math.max(0, come.size() - 1), days.size());
        LocalDate answers = Objects.requireNonNullElse(edge(ahead), last);
        return Optional.of(new Answer(on(answers).orElseThrow(), Objects.requireNonNull(edge(days)), last));
    }

    /** The number in force on the first day that has one. */
    Optional<Requirement> first(List<LocalDate> days) {
        LocalDate day = edge(days);
        return day == null ? Optional.empty() : on(day);
    }

    /** The first of the days on which a rule is in force; nearly always the first one. */
    private @Nullable LocalDate edge(List<LocalDate> days) {
        for (LocalDate day : days) if (on(day).isPresent()) return day;
        return null;
    }

    private Optional<Requirement> on(LocalDate day) {
        return demand.on(day, rules.book(), rules.scopes());
    }
}
