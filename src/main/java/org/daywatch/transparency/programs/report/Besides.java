package org.daywatch.transparency.programs.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Due;
import org.daywatch.staffing.CoverageDays;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.standards.PlanStandardsTold;

/**
 * What a report says of a school beside its meters.
 *
 * @param closed days of this school year that are over: every day of school by the clock where an officer is asked for
 * and one was ever recorded, else those of posts
 * @param exceptions of its board, the earliest first
 * @param clocks of this school year and those that still run, the soonest due first
 * @param papers of its officers; empty where whoever asked may not see officers' files: that is no zero
 * @param standards of its emergency plan; empty where nothing was ever told of one
 * @param byDate what is asked for by a day of the year and no line of the school tells: the marshal's approval, the
 * district's proposal
 */
record Besides(Instant now, List<CoverageDays.Day> closed, List<CampusException> exceptions, List<ProgramClock> clocks,
        Optional<List<Certificates.Line>> papers,
        Optional<PlanStandardsTold> standards, List<Due> byDate) {

    Besides(Instant now, List<CoverageDays.Day> closed, List<CampusException> exceptions, List<ProgramClock> clocks,
            Optional<List<Certificates.Line>> papers) {
        this(now, closed, exceptions, clocks, papers, Optional.empty(), List.of());
    }

    Besides(Instant now, List<CoverageDays.Day> closed, List<CampusException> exceptions, List<ProgramClock> clocks,
            Optional<List<Certificates.Line>> papers,
            Optional<PlanStandardsTold> standards) {
        this(now, closed, exceptions, clocks, papers, standards, List.of());
    }

    /** Days on which nobody stood there for some of the time, and no exception held. */
    List<CoverageDays.Day> bare() {
        return closed.stream().filter(d -> d.uncovered() > 0 && exceptions.stream().noneMatch(e -> e.holds(d.day())))
                .toList();
    }

    /** The board's last exception, where it ran out and an officer has not stood there on every day since. */
    Optional<CampusException> lapsed(LocalDate asOf) {
        if (exceptions.isEmpty()) return Optional.empty();
        var last = exceptions.getLast();
        if (last.renewBy() == null || !last.renewBy().isBefore(asOf)) return Optional.empty();
        var since = closed.stream().filter(d -> d.day().isAfter(last.renewBy())).toList();
        return !since.isEmpty() && since.stream().allMatch(d -> d.uncovered() == 0)
                ? Optional.empty()
                : Optional.of(last);
    }
}
