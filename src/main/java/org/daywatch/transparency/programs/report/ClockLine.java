package org.daywatch.transparency.programs.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.clocks.pages.ClockWords;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.SchoolYears;

/**
 * Reports and notices that something started, as a line of a report. Whom one speaks of stays with the clock:
 * discipline is in no file that is handed over.
 *
 * @param late by how much the latest answer came late, in words; empty where all came in time
 */
record ClockLine(Requirement requirement, int started, int answered, Standing standing, String late, String outlook,
        List<String> gaps) {

    /** The others have lines of their own: agreements by officer, audits by what is due. */
    private static final Set<ClockKind> KINDS = Set.of(ClockKind.INCIDENT_REPORT, ClockKind.INSPECTION_REPORT,
            ClockKind.INSPECTION_FINDING, ClockKind.MEMORANDUM,
            ClockKind.NOTICE_OF_ASSIGNMENT, ClockKind.EXCEPTION_RENEWAL);

    /** Of this school year, and what is still open from before. */
    static List<ProgramClock> counted(SchoolMeters meters, List<ProgramClock> clocks, Requirement requirement) {
        var begin = SchoolYears.begin(meters.asOf());
        return clocks.stream()
                .filter(c -> KINDS.contains(c.kind()) && c.kind().subject().equals(requirement.subject())
                        && !(c.state() instanceof State.Withdrawn))
                .filter(c -> c.state().open()
                        || !c.startedAt().atZone(meters.school().zone()).toLocalDate().isBefore(begin))
                .toList();
    }

    /** One nothing started has no line. */
    static List<ClockLine> of(Page page, SchoolMeters meters, List<ProgramClock> clocks, Instant now) {
        var lines = new ArrayList<ClockLine>();
        for (var requirement : meters.requirements()) {
            var mine = counted(meters, clocks, requirement);
            if (!mine.isEmpty()) lines.add(line(page, meters, requirement, mine, now));
        }
        return lines;
    }

    private static ClockLine line(Page page, SchoolMeters meters, Requirement requirement, List<ProgramClock> clocks,
            Instant now) {
        var gaps = new ArrayList<String>();
        for (var c : clocks) {
            String due = ClockWords.due(page, c, meters.school().zone());
            if (c.late(now)) gaps.add(page.t("visit.gap.clock", due));
            if (c.state() instanceof State.Answered a && a.late()) gaps.add(late(page, c, a, meters.school().zone()));
        }
        var next = clocks.stream().filter(c -> c.state().open() && !c.late(now)).findFirst();
        var later = clocks.stream().filter(c -> c.state() instanceof State.Answered a && a.backdated())
                .map(c -> ClockWords.answered(page, (State.Answered) c.state(), meters.school().zone()));
        var soon = next.map(c -> page.t("program.clock.due", ClockWords.due(page, c, meters.school().zone()))).stream();
        return new ClockLine(requirement, clocks.size(), (int) clocks.stream().filter(c -> !c.state().open()).count(),
                standing(clocks, now), lateness(page, meters.school().zone(), requirement, clocks),
                Stream.concat(soon, later).collect(Collectors.joining("; ")), gaps);
    }

    /** As many answered as were started is met; while one runs there is still something to do. */
    private static Standing standing(List<ProgramClock> clocks, Instant now) {
        if (clocks.stream().anyMatch(c -> c.late(now))) return Standing.MISSED;
        return clocks.stream().anyMatch(c -> c.state().open()) ? Standing.ON_PACE : Standing.MET;
    }

    /** Where hours run by the hour, else by the day: a paper has no hour. */
    private static String lateness(Page page, ZoneId zone, Requirement requirement, List<ProgramClock> clocks) {
        boolean hours = requirement.counting() == Requirement.Counting.HOURS_AFTER;
        long most = clocks.stream().filter(c -> c.state() instanceof State.Answered a && a.late())
                .mapToLong(c -> late(c, zone, hours)).max().orElse(0);
        return most <= 0 ? "" : hours ? MeterWords.time(page, most) : page.t("visit.days", most);
    }

    private static long late(ProgramClock c, ZoneId zone, boolean hours) {
        var done = ((State.Answered) c.state()).doneAt();
        if (hours) return (Duration.between(c.dueAt(), done).toSeconds() + 59) / 60;
        return ChronoUnit.DAYS.between(c.dueAt().minusSeconds(1).atZone(zone).toLocalDate(),
                done.atZone(zone).toLocalDate());
    }

    /** What was written down later than it is said to have been done says so; what nobody has confirmed reads late. */
    static String late(Page page, ProgramClock c, State.Answered a, ZoneId zone) {
        String due = ClockWords.due(page, c, zone);
        return a.unconfirmed()
                ? page.t("visit.gap.clock.unconfirmed", ClockWords.answered(page, a, zone), due)
                : page.t("visit.gap.clock.late", page.when().moment(a.doneAt(), zone), due);
    }
}
