package org.daywatch.transparency.programmes.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.staffing.CoverageNow;
import org.daywatch.staffing.CoverageNow.Unfilled;
import org.daywatch.transparency.programmes.clocks.ClockQueries;
import org.daywatch.transparency.programmes.clocks.ProgrammeClock;
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
    private final ClockQueries clocks;
    private final Certificates certificates;
    private final Clock clock;

    FirstScreen(MeterQueries meters, CoverageNow coverage, CampusExceptions exceptions, ClockQueries clocks, Certificates certificates, Clock clock) {
        this.meters = meters;
        this.coverage = coverage;
        this.exceptions = exceptions;
        this.clocks = clocks;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * @param unfilled of these schools, the soonest first
     * @param running clocks that nobody answered, the soonest due first
     * @param papers of their officers, the most urgent first; empty where the reader may not see officers' files: that is no zero
     */
    public record Seen(LocalDate asOf, Instant now, List<Row> rows, List<Unfilled> unfilled, List<ProgrammeClock> running, Optional<List<Certificates.Line>> papers) {}

    /** @param files the reader may see officers' files */
    public Seen of(Collection<Campus> schools, boolean files) {
        if (schools.isEmpty()) return new Seen(LocalDate.EPOCH, clock.instant(), List.of(), List.of(), List.of(), Optional.empty());
        var ids = schools.stream().map(Campus::id).collect(Collectors.toSet());
        var asOf = day(schools.iterator().next());
        var today = coverage.today();
        var excepted = exceptions.latest(ids);
        var now = clock.instant();
        var running = clocks.running(ids);
        var late = running.stream().filter(c -> c.late(now)).collect(Collectors.groupingBy(ProgrammeClock::schoolId));
        var read = meters.of(schools, asOf);
        var papers = files ? certificates.bySchool(read, asOf) : Map.<UUID, List<Certificates.Line>>of();
        var rows = read.stream().map(m -> new Row(m, today.get(m.school().id()), excepted.get(m.school().id()),
                Lacking.of(m, late.getOrDefault(m.school().id(), List.of()), papers.getOrDefault(m.school().id(), List.of()), now))).toList();
        return new Seen(asOf, now, rows, unfilled(ids), running, files ? Optional.of(Certificates.all(papers)) : Optional.empty());
    }

    public Row of(Campus school) {
        return of(List.of(school), false).rows().getFirst();
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
