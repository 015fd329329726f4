package org.daywatch.prevention.rounds.sweeps;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Round.State;

/**
 * One school week and the sweeps that were finished in it.
 *
 * @param monday its first day
 * @param sweeps in the order in which they were walked
 */
public record SweepWeek(LocalDate monday, Standing standing, List<Round> sweeps) {

    /** NO_SCHOOL: nothing was due. OPEN: this week is not over. PARTLY: walked, and not every outer door was looked at. */
    public enum Standing { SWEPT, PARTLY, MISSING, OPEN, NO_SCHOOL }

    /** How many weeks one looks back at most: half a year. */
    static final int FURTHEST = 26;

    public boolean counts() {
        return standing != Standing.NO_SCHOOL;
    }

    public LocalDate friday() {
        return monday.plusDays(4);
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * The last so many school weeks, the newest first, with the weeks without school between them.
     *
     * @param schoolDays days on which school is held; empty: nobody knows, so every week counts
     * @param sweeps finished ones, in any order
     */
    static List<SweepWeek> last(int wanted, LocalDate today, Set<LocalDate> schoolDays, Collection<Round> sweeps) {
        var held = schoolDays.stream().map(SweepWeek::monday).collect(Collectors.toSet());
        var walked = sweeps.stream().sorted(Comparator.comparing(Round::startedAt)).collect(Collectors.groupingBy(r -> monday(r.day())));
        var weeks = new ArrayList<SweepWeek>();
        int school = 0;
        for (var monday = monday(today); school < wanted && !monday.isBefore(monday(today).minusWeeks(FURTHEST)); monday = monday.minusWeeks(1)) {
            var own = walked.getOrDefault(monday, List.of());
            boolean counts = held.isEmpty() || held.contains(monday) || !own.isEmpty();
            weeks.add(new SweepWeek(monday, counts ? standing(monday.equals(monday(today)), own) : Standing.NO_SCHOOL, own));
            if (counts) school++;
        }
        while (!weeks.isEmpty() && !weeks.getLast().counts()) weeks.removeLast();
        return weeks;
    }

    private static Standing standing(boolean running, List<Round> sweeps) {
        if (sweeps.stream().anyMatch(r -> r.state() instanceof State.Finished(_, _, var tally, _) && tally.complete())) return Standing.SWEPT;
        return running ? Standing.OPEN : sweeps.isEmpty() ? Standing.MISSING : Standing.PARTLY;
    }
}
