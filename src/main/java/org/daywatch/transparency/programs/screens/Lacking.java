package org.daywatch.transparency.programs.screens;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.totals.SchoolMeters.Wanting;
import org.daywatch.transparency.programs.totals.SchoolMeters;

/** What a school lacks that its own lines do not tell: clocks that ran out, papers nobody holds. Pure. */
final class Lacking {

    private Lacking() {}

    /**
     * @param clocks that nobody had answered by {@code now}. @param papers of the school's officers. @param bare days
     * of a past year without the officer who is asked for
     */
    static List<Wanting> of(SchoolMeters school, Collection<ProgramClock> clocks, Collection<Certificates.Line> papers,
            int bare, Instant now) {
        var lacking = new ArrayList<Wanting>();
        if (bare > 0 && school.requirements().stream().anyMatch(r -> r.subject().equals("OFFICER:CAMPUS")))
            lacking.add(new Wanting("OFFICER:CAMPUS", Standing.MISSED, bare));
        var late = new TreeMap<ClockKind, Integer>();
        clocks.stream().filter(c -> now.isAfter(c.dueAt())).filter(c -> !saidAlready(school, c))
                .forEach(c -> late.merge(c.kind(), 1, Integer::sum));
        late.forEach((kind, times) -> lacking.add(new Wanting(kind.subject(), Standing.MISSED, times)));
        papers.stream().filter(p -> p.state() == Certificates.State.MISSING)
                .collect(Collectors.groupingBy(p -> p.requirement().subject(), TreeMap::new, Collectors.counting()))
                .forEach((subject, times) -> lacking.add(new Wanting(subject, Standing.MISSED, times.intValue())));
        return lacking;
    }

    /** An officer whose agreement is overdue counts once, and a certificate counts with the officer's file. */
    private static boolean saidAlready(SchoolMeters school, ProgramClock clock) {
        if (clock.kind() == ClockKind.CERTIFICATE)
            return school.officers().stream().anyMatch(o -> o.officer().equals(clock.officerId()));
        return clock.kind() == ClockKind.SERVICE_AGREEMENT
                && school.agreementsOverdue().stream().anyMatch(a -> Objects.equals(a.officer(), clock.officerId()));
    }
}
