package org.daywatch.transparency.programs.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.staffing.CoverageDays;
import org.daywatch.staffing.CoverageNow.AtSchool;
import org.daywatch.staffing.CoverageNow.Unfilled;
import org.daywatch.staffing.CoverageNow;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.exceptions.CampusExceptions;
import org.daywatch.transparency.programs.exceptions.MarshalPlan;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.papers.Proposals;
import org.daywatch.transparency.programs.schools.SchoolRow;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.SchoolMeters.Wanting;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a first screen shows: meters, this minute's coverage, exceptions, the next shift nobody holds. */
@Component
public class FirstScreen {

    private static final int LOOKED_THROUGH = 2_000; // unfilled posts, until one of these schools is among them

    private final MeterQueries meters;
    private final CoverageNow coverage;
    private final CoverageDays days;
    private final CampusExceptions exceptions;
    private final ClockQueries clocks;
    private final Certificates certificates;
    private final Demands demands;
    private final Proposals proposals;
    private final Clock clock;

    FirstScreen(MeterQueries meters, CoverageNow coverage, CoverageDays days, CampusExceptions exceptions,
            ClockQueries clocks, Certificates certificates, Demands demands, Proposals proposals, Clock clock) {
        this.meters = meters;
        this.coverage = coverage;
        this.days = days;
        this.exceptions = exceptions;
        this.clocks = clocks;
        this.certificates = certificates;
        this.demands = demands;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * @param now where the day is past, its end. @param past of such a day nothing is told that is true of this minute
     * alone
     * @param unfilled of these schools, the soonest first
     * @param running clocks that nobody answered, the soonest due first
     * @param papers of their officers, the most urgent first; empty where the reader may not see officers' files: that
     * is no zero
     * @param proposals of their districts, where a program asks for one
     */
    public record Seen(LocalDate asOf, Instant now, boolean past, List<SchoolRow> rows, List<Unfilled> unfilled,
            List<ProgramClock> running, Optional<List<Certificates.Line>> papers,
            Map<UUID, Due> proposals) {

        public Map<UUID, Campus> schools() {
            return rows.stream().map(SchoolRow::school).collect(Collectors.toMap(Campus::id, Function.identity()));
        }
    }

    /**
     * @param files the reader may see officers' files. @param day null: now; else one that is past, and what stood
     * there then
     */
    public Seen of(Collection<Campus> schools, boolean files, @Nullable LocalDate day) {
        if (schools.isEmpty())
            return new Seen(LocalDate.EPOCH, clock.instant(), false, List.of(), List.of(), List.of(), Optional.empty(),
                    Map.of());
        var ids = schools.stream().map(Campus::id).collect(Collectors.toSet());
        var first = schools.iterator().next();
        var asOf = day == null ? day(first) : day;
        boolean past = day != null && day.isBefore(day(first));
        var now = past ? asOf.plusDays(1).atStartOfDay(first.zone()).toInstant() : clock.instant();
        var today = past ? Map.<UUID, AtSchool>of() : coverage.today();
        var decided = exceptions.all(ids);
        var running = past ? clocks.all(ids).stream().filter(c -> c.waitedAt(now)).toList() : clocks.running(ids);
        var late = running.stream().filter(c -> now.isAfter(c.dueAt()))
                .collect(Collectors.groupingBy(ProgramClock::schoolId));
        var read = meters.of(schools, asOf);
        var papers = files ? certificates.bySchool(read, asOf) : Map.<UUID, List<Certificates.Line>>of();
        var bare = past ? bare(ids, asOf, decided) : Map.<UUID, Integer>of();
        var approvals = approvals(read, decided, asOf);
        var rows = read.stream().map(m -> {
            var id = m.school().id();
            var lacking = Lacking.of(m, late.getOrDefault(id, List.of()), papers.getOrDefault(id, List.of()),
                    bare.getOrDefault(id, 0), now);
            var approval = approvals.get(id);
            if (approval != null && approval.state() == Due.State.LATE)
                lacking.add(new Wanting(MarshalPlan.SUBJECT, Standing.MISSED, 1));
            return new SchoolRow(m, today.get(id), CampusException.last(decided.getOrDefault(id, List.of()), asOf),
                    lacking, past, approval);
        }).toList();
        return new Seen(asOf, now, past, rows, past ? List.of() : unfilled(ids), running,
                files ? Optional.of(Certificates.all(papers)) : Optional.empty(), proposals.of(read, asOf));
    }

    /** The marshal's approval, at schools of which one may be asked. */
    private Map<UUID, Due> approvals(List<SchoolMeters> read, Map<UUID, List<CampusException>> decided,
            LocalDate asOf) {
        var asking = read.stream().filter(m -> MarshalPlan.asked(m.requirements()).isPresent()).toList();
        if (asking.isEmpty()) return Map.of();
        var without = bare(asking.stream().map(m -> m.school().id()).collect(Collectors.toSet()), asOf, decided);
        var approvals = new HashMap<UUID, Due>();
        asking.forEach(m -> MarshalPlan
                .due(m.requirements(), demands.by(MarshalPlan.asked(m.requirements()).orElseThrow()).orElse(null),
                        decided.getOrDefault(m.school().id(), List.of()),
                        without.getOrDefault(m.school().id(), 0), asOf)
                .ifPresent(due -> approvals.put(m.school().id(), due)));
        return approvals;
    }

    /** Of a past year, or of this one: days on which nobody stood there and no exception held, by school. */
    private Map<UUID, Integer> bare(Set<UUID> schools, LocalDate asOf, Map<UUID, List<CampusException>> decided) {
        return days.closed(schools, SchoolYears.begin(asOf), asOf).stream().filter(d -> d.uncovered() > 0)
                .filter(d -> decided.getOrDefault(d.school(), List.of()).stream().noneMatch(e -> e.holds(d.day())))
                .collect(Collectors.toMap(CoverageDays.Day::school, d -> 1, Integer::sum));
    }

    public LocalDate day(Campus school) {
        return LocalDate.ofInstant(clock.instant(), school.zone());
    }

    private List<Unfilled> unfilled(Set<UUID> schools) {
        return coverage.unfilled(LOOKED_THROUGH).stream().filter(u -> schools.contains(u.school())).toList();
    }

    /** How many schools stand so. */
    public static Map<SchoolRow.Now, Long> counts(List<SchoolRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(SchoolRow::now, Collectors.counting()));
    }
}
