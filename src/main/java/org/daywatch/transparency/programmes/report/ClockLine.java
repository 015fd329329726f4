package org.daywatch.transparency.programmes.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programmes.clocks.ClockKind;
import org.daywatch.transparency.programmes.clocks.ProgrammeClock;
import org.daywatch.transparency.programmes.clocks.ProgrammeClock.State;
import org.daywatch.transparency.programmes.clocks.desk.ClockWords;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.daywatch.transparency.programmes.gathering.SchoolYears;
import org.daywatch.transparency.programmes.meters.Standing;

/** Reports and notices that something started, as a line of a report. Whom one speaks of stays with the clock: discipline is in no file that is handed over. */
record ClockLine(Requirement requirement, int started, int answered, Standing standing, String outlook, List<String> gaps) {

    /** The others have lines of their own: agreements by officer, audits by what is due. */
    private static final Set<ClockKind> KINDS = Set.of(ClockKind.INCIDENT_REPORT, ClockKind.INSPECTION_REPORT, ClockKind.INSPECTION_FINDING, ClockKind.MEMORANDUM,
            ClockKind.NOTICE_OF_ASSIGNMENT, ClockKind.EXCEPTION_RENEWAL);

    /** Of this school year, and what is still open from before. One nothing started has no line. */
    static List<ClockLine> of(Page page, SchoolMeters meters, List<ProgrammeClock> clocks, Instant now) {
        var begin = SchoolYears.begin(meters.asOf());
        var lines = new ArrayList<ClockLine>();
        for (var requirement : meters.requirements()) {
            var mine = clocks.stream().filter(c -> KINDS.contains(c.kind()) && c.kind().subject().equals(requirement.subject()) && !(c.state() instanceof State.Withdrawn))
                    .filter(c -> c.state().open() || !c.startedAt().atZone(meters.school().zone()).toLocalDate().isBefore(begin)).toList();
            if (!mine.isEmpty()) lines.add(line(page, meters, requirement, mine, now));
        }
        return lines;
    }

    private static ClockLine line(Page page, SchoolMeters meters, Requirement requirement, List<ProgrammeClock> clocks, Instant now) {
        var gaps = new ArrayList<String>();
        for (var c : clocks) {
            String due = ClockWords.due(page, c, meters.school().zone());
            if (c.late(now)) gaps.add(page.t("visit.gap.clock", due));
            if (c.state() instanceof State.Answered a && a.late()) gaps.add(page.t("visit.gap.clock.late", page.when().moment(a.doneAt(), meters.school().zone()), due));
        }
        var next = clocks.stream().filter(c -> c.state().open() && !c.late(now)).findFirst();
        return new ClockLine(requirement, clocks.size(), (int) clocks.stream().filter(c -> !c.state().open()).count(),
                clocks.stream().anyMatch(c -> c.late(now)) ? Standing.MISSED : Standing.ON_PACE,
                next.map(c -> page.t("programme.clock.due", ClockWords.due(page, c, meters.school().zone()))).orElse(""), gaps);
    }
}
