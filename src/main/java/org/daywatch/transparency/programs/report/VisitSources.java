package org.daywatch.transparency.programs.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Due;
import org.daywatch.staffing.CoverageDays;
import org.daywatch.transparency.programs.campus.CampusDay;
import org.daywatch.transparency.programs.campus.CampusRecords;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.exceptions.CampusExceptions;
import org.daywatch.transparency.programs.exceptions.MarshalPlan;
import org.daywatch.transparency.programs.papers.Proposals;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.standards.PlanStandardsStore;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.springframework.stereotype.Component;

/**
 * Gathers for reports what meters do not know: covered days, exceptions, clocks, certificates, standards of plans. A
 * handful of reads for any number of schools.
 */
@Component
class VisitSources {

    private final CoverageDays days;
    private final CampusRecords campuses;
    private final CampusExceptions exceptions;
    private final ClockQueries clocks;
    private final Certificates certificates;
    private final PlanStandardsStore standards;
    private final Demands demands;
    private final Proposals proposals;
    private final Clock clock;

    VisitSources(CoverageDays days, CampusRecords campuses, CampusExceptions exceptions, ClockQueries clocks,
            Certificates certificates, PlanStandardsStore standards, Demands demands,
            Proposals proposals, Clock clock) {
        this.days = days;
        this.campuses = campuses;
        this.exceptions = exceptions;
        this.clocks = clocks;
        this.certificates = certificates;
        this.standards = standards;
        this.demands = demands;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Where the clock has spoken of a campus at all, every day of school counts, and not only those for which a post
     * was planned.
     */
    private static CoverageDays.Day day(UUID school, CampusDay d) {
        return new CoverageDays.Day(school, d.day(), 1, d.there() > 0 ? 1 : 0, d.asked(), d.there(), d.missing());
    }

    /** @param files whoever asked may see officers' files */
    Map<UUID, Besides> of(List<SchoolMeters> schools, boolean files) {
        if (schools.isEmpty()) return Map.of();
        var ids = schools.stream().map(m -> m.school().id()).toList();
        var asOf = schools.getFirst().asOf();
        var closed = days.closed(ids, SchoolYears.begin(asOf), asOf).stream()
                .collect(Collectors.groupingBy(CoverageDays.Day::school));
        campuses.of(schools.stream().map(SchoolMeters::school).toList(), SchoolYears.begin(asOf), asOf)
                .forEach((id, record) -> {
                    if (record.known()) closed.put(id, record.days().stream().map(d -> day(id, d)).toList());
                });
        var decided = exceptions.all(ids);
        var running = clocks.all(ids).stream().filter(c -> !(c.state() instanceof ProgramClock.State.Withdrawn))
                .collect(Collectors.groupingBy(ProgramClock::schoolId));
        var papers = files ? certificates.bySchool(schools, asOf) : Map.<UUID, List<Certificates.Line>>of();
        var told = standards.asOf(schools.stream().map(SchoolMeters::school).toList(), asOf);
        var proposals = this.proposals.of(schools, asOf);
        var besides = new HashMap<UUID, Besides>();
        for (var m : schools) {
            var id = m.school().id();
            var end = asOf.plusDays(1).atStartOfDay(m.school().zone()).toInstant();
            var begin = SchoolYears.begin(asOf).atStartOfDay(m.school().zone()).toInstant();
            var bare = (int) closed.getOrDefault(id, List.of()).stream().filter(d -> d.uncovered() > 0
                    && decided.getOrDefault(id, List.of()).stream().noneMatch(e -> e.holds(d.day()))).count();
            var byDate = new ArrayList<Due>();
            MarshalPlan.asked(m.requirements()).flatMap(r -> MarshalPlan.due(m.requirements(),
                    demands.by(r).orElse(null), decided.getOrDefault(id, List.of()), bare, asOf))
                    .ifPresent(byDate::add);
            if (Proposals.asked(m.requirements()) && proposals.containsKey(m.school().districtId()))
                byDate.add(proposals.get(m.school().districtId()));
            besides.put(id,
                    new Besides(clock.instant(), closed.getOrDefault(id, List.of()),
                            decided.getOrDefault(id, List.of()),
                            running.getOrDefault(id, List.of()).stream()
                                    .filter(c -> c.startedAt().isBefore(end)
                                            && (c.state().open() || !c.dueAt().isBefore(begin)))
                                    .toList(),
                            files ? Optional.of(papers.getOrDefault(id, List.of())) : Optional.empty(),
                            Optional.ofNullable(told.get(id)), byDate));
        }
        return besides;
    }
}
