package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.daywatch.directory.ProgramRule.Reading;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Demand;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a demand that is counted in another way from some day of the year on: each version counts on the days
 * it reads the number. A window that had begun runs to its end, and the next version begins after it, so that nothing
 * is owed twice. Pure.
 */
final class Readings {

    private Readings() {}

    private record Version(@Nullable Reading reading, LocalDate first, LocalDate last) {}

    static List<DueWindow> windows(Demand shipped, SessionYear year, DueList.Rules rules, LocalDate asOf) {
        if (rules.book().of(shipped.rule()).stream().allMatch(r -> r.reading() == null))
            return Windows.of(shipped, year, rules, asOf);
        var found = new ArrayList<DueWindow>();
        var free = year.firstDay();
        for (var version : versions(shipped, year, rules)) {
            var first = version.first().isBefore(free) ? free : version.first();
            if (first.isAfter(version.last())) continue;
            var demand = version.reading() == null ? shipped : shipped.as(version.reading());
            var here = Windows
                    .of(demand, year, only(shipped, version, first.equals(year.firstDay()) ? null : first, rules), asOf)
                    .stream()
                    .filter(w -> w.quarter() != null || !w.from().isAfter(version.last())).toList();
            found.addAll(here);
            for (var window : here) if (!window.by().isBefore(free)) free = window.by().plusDays(1);
        }
        return found;
    }

    private static List<Version> versions(Demand shipped, SessionYear year, DueList.Rules rules) {
        var versions = new ArrayList<Version>();
        for (var day = year.firstDay(); !day.isAfter(year.lastDay()); day = day.plusDays(1)) {
            var reading = rules.book().find(shipped.rule(), day, rules.scopes()).map(ProgramRule::reading).orElse(null);
            if (!versions.isEmpty() && Objects.equals(versions.getLast().reading(), reading))
                versions.set(versions.size() - 1, new Version(reading, versions.getLast().first(), day));
            else
                versions.add(new Version(reading, day, day));
        }
        return versions;
    }

    /** Only numbers that are read so, and none before that day. @param from null: as long as they hold */
    private static DueList.Rules only(Demand shipped, Version version, @Nullable LocalDate from, DueList.Rules rules) {
        var kept = new ArrayList<ProgramRule>();
        for (var r : rules.book().of(shipped.rule())) {
            boolean over = from != null && r.validTo() != null && r.validTo().isBefore(from);
            if (over || !Objects.equals(r.reading(), version.reading())) continue;
            var begins = from != null && r.validFrom().isBefore(from) ? from : r.validFrom();
            kept.add(begins.equals(r.validFrom())
                    ? r
                    : new ProgramRule(r.id(), r.code(), r.scope(), r.value(), r.unit(), begins, r.validTo(), r.source(),
                            r.toConfirm(), r.words(), r.reading()));
        }
        return new DueList.Rules(new RuleBook(kept), rules.scopes());
    }
}
