package org.daywatch.transparency.programs.clocks.triggers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.papers.FiledPaper;

/** Papers have a day, clocks have a moment: how one is read as the other. */
final class Filed {

    private Filed() {}

    /**
     * Noon of its day at the school, so that a day is neither before it begins nor after it ends; not before the clock
     * began, and not after it was told. Of the day on which it was told, in time, it is the moment it was told.
     */
    static Instant moment(LocalDate day, Campus school, Instant told, ProgramClock of) {
        if (day(school, told).equals(day) && !told.isAfter(of.dueAt())) return told;
        var noon = day.atTime(LocalTime.NOON).atZone(school.zone()).toInstant();
        var known = noon.isAfter(told) ? told : noon;
        return known.isBefore(of.startedAt()) ? of.startedAt() : known;
    }

    static LocalDate day(Campus school, Instant at) {
        return at.atZone(school.zone()).toLocalDate();
    }

    static boolean stands(ProgramClock c) {
        return !(c.state() instanceof ProgramClock.State.Withdrawn);
    }

    /** Those nobody answered, the first that began before the others. */
    static Stream<ProgramClock> waiting(ClockQueries clocks, ClockKind kind, Campus school) {
        return clocks.running(List.of(school.id())).stream().filter(c -> c.kind() == kind)
                .sorted(Comparator.comparing(ProgramClock::startedAt));
    }

    /** The one that was answered with this paper: by its title, on its day. */
    static Optional<ProgramClock> answeredBy(ClockQueries clocks, ClockKind kind, Campus school, FiledPaper paper) {
        return clocks.all(List.of(school.id())).stream()
                .filter(c -> c.kind() == kind && c.state() instanceof ProgramClock.State.Answered a
                        && a.words().equals(paper.title().strip()) && day(school, a.doneAt()).equals(paper.day()))
                .findFirst();
    }
}
