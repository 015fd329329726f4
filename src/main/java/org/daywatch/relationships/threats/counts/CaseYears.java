package org.daywatch.relationships.threats.counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.relationships.threats.cases.CaseFile.DayOut;
import org.daywatch.relationships.threats.cases.ThreatCase;

/**
 * The school years of a district: of those that are over the sums of each school, which never change again; of the one
 * that runs how many were opened until a Monday, and the sums of those that have faded in it. Pure.
 *
 * @param since when counting began: what faded before is in no sum
 */
record CaseYears(LocalDate since, LocalDate running, LocalDate until, Map<UUID, Integer> opened,
        Map<UUID, CaseTally> faded, List<Over> over) {

    /** @param until the first day of the next one */
    record Over(LocalDate from, LocalDate until, Map<UUID, CaseTally> schools) {}

    /** A case and the grade of its student. */
    record Graded(ThreatCase threat, GradeBand grade) {

        private CaseTally.One in(LocalDate from, LocalDate until) {
            var days = threat.file().daysOut().stream()
                    .filter(d -> !d.day().isBefore(from) && d.day().isBefore(until)).toList();
            var formal = days.stream().filter(DayOut::formal).map(DayOut::day).distinct().count();
            var all = days.stream().map(DayOut::day).distinct().count();
            return new CaseTally.One(grade, threat.file().support(), CaseCourse.of(threat.stage()), (int) all,
                    (int) (all - formal));
        }

        private boolean isOf(LocalDate from, LocalDate until) {
            return !threat.openedOn().isBefore(from) && threat.openedOn().isBefore(until);
        }
    }

    static CaseYears beginning(LocalDate running, LocalDate today) {
        return new CaseYears(today, running, running, Map.of(), Map.of(), List.of());
    }

    /** @param year the first day of the school year that runs today. @param monday until it is counted */
    CaseYears counted(List<Graded> cases, LocalDate year, LocalDate monday) {
        var years = this;
        while (years.running.isBefore(year)) years = years.ended(cases, year);
        return new CaseYears(years.since, years.running, monday.isBefore(years.running) ? years.running : monday,
                years.openedUntil(cases, monday), years.faded, years.over);
    }

    private CaseYears ended(List<Graded> cases, LocalDate year) {
        var next = running.plusYears(1).isAfter(year) ? year : running.plusYears(1);
        var sums = new HashMap<>(faded);
        cases.stream().filter(c -> c.isOf(running, next)).forEach(
                c -> sums.merge(c.threat().school(), CaseTally.NONE.plus(c.in(running, next)), CaseTally::plus));
        var more = new ArrayList<>(over);
        more.add(new Over(running, next, sums));
        return new CaseYears(since, next, next, Map.of(), Map.of(), List.copyOf(more));
    }

    private Map<UUID, Integer> openedUntil(List<Graded> cases, LocalDate monday) {
        var sums = new HashMap<UUID, Integer>();
        faded.forEach((school, tally) -> sums.put(school, tally.opened()));
        cases.stream().filter(c -> c.isOf(running, monday)).forEach(c -> sums.merge(c.threat().school(), 1,
                Integer::sum));
        return sums;
    }

    /** Of one that is over, it is counted already. */
    CaseYears fading(Graded c) {
        if (c.threat().openedOn().isBefore(running)) return this;
        var sums = new HashMap<>(faded);
        sums.merge(c.threat().school(), CaseTally.NONE.plus(c.in(running, running.plusYears(1))), CaseTally::plus);
        return new CaseYears(since, running, until, opened, sums, over);
    }

    /** The last first. */
    List<Over> latest() {
        return over.stream().sorted(Comparator.comparing(Over::from).reversed()).toList();
    }

    /** @param school empty: of the whole district */
    static CaseTally of(Over year, Optional<UUID> school) {
        return school.map(s -> year.schools().getOrDefault(s, CaseTally.NONE))
                .orElseGet(() -> year.schools().values().stream().reduce(CaseTally.NONE, CaseTally::plus));
    }

    int openedAt(Optional<UUID> school) {
        return school.map(s -> opened.getOrDefault(s, 0))
                .orElseGet(() -> opened.values().stream().mapToInt(n -> n).sum());
    }
}
