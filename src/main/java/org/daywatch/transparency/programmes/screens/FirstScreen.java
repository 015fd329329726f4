package org.daywatch.transparency.programmes.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.staffing.CoverageNow;
import org.daywatch.staffing.CoverageNow.Unfilled;
import org.daywatch.transparency.programmes.exceptions.CampusExceptions;
import org.daywatch.transparency.programmes.gathering.MeterQueries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a first screen shows: meters, this minute's coverage, exceptions, the next shift nobody holds. */
@Component
@Transactional(readOnly = true)
public class FirstScreen {

    private static final int LOOKED_THROUGH = 2_000; // unfilled posts, until one of these schools is among them

    private final MeterQueries meters;
    private final CoverageNow coverage;
    private final CampusExceptions exceptions;
    private final Clock clock;

    FirstScreen(MeterQueries meters, CoverageNow coverage, CampusExceptions exceptions, Clock clock) {
        this.meters = meters;
        this.coverage = coverage;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** @param unfilled of these schools, the soonest first */
    public record Seen(LocalDate asOf, Instant now, List<Row> rows, List<Unfilled> unfilled) {}

    public Seen of(Collection<Campus> schools) {
        if (schools.isEmpty()) return new Seen(LocalDate.EPOCH, clock.instant(), List.of(), List.of());
        var ids = schools.stream().map(Campus::id).collect(Collectors.toSet());
        var asOf = day(schools.iterator().next());
        var today = coverage.today();
        var excepted = exceptions.latest(ids);
        var rows = meters.of(schools, asOf).stream().map(m -> new Row(m, today.get(m.school().id()), excepted.get(m.school().id()))).toList();
        return new Seen(asOf, clock.instant(), rows, unfilled(ids));
    }

    public Row of(Campus school) {
        return of(List.of(school)).rows().getFirst();
    }

    public LocalDate day(Campus school) {
        return LocalDate.ofInstant(clock.instant(), school.zone());
    }

    private List<Unfilled> unfilled(Set<UUID> schools) {
        return coverage.unfilled(LOOKED_THROUGH).stream().filter(u -> schools.contains(u.school())).toList();
    }

    /** How many schools stand so. */
    public static Map<Row.Now, Long> counts(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::now, Collectors.counting()));
    }
}
