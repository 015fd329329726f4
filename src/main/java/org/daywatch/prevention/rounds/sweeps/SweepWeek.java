package org.daywatch.prevention.rounds.sweeps;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.RoundTally;
import org.daywatch.prevention.rounds.WeekSweep;
import org.daywatch.prevention.rounds.WeekSweep.Walk;

/**
 * One school week and the sweeps that were finished in it.
 *
 * @param monday its first day
 * @param sweeps in the order in which they were walked
 * @param looked at on any of them, of {@code doors} that were due
 */
public record SweepWeek(LocalDate monday, Standing standing, List<Round> sweeps, int looked, int doors) {

    /**
     * SWEPT: on its sweeps together every outer door was looked at. NO_SCHOOL: nothing was due. OPEN: this week is not
     * over. PARTLY: walked, and not every outer door was looked at.
     */
    public enum Standing {
        SWEPT, PARTLY, MISSING, OPEN, NO_SCHOOL
    }

    /** How many weeks one looks back at most: half a year. */
    static final int FURTHEST = 26;

    public boolean counts() {
        return standing != Standing.NO_SCHOOL;
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * The last so many school weeks, the newest first, with the weeks without school between them.
     *
     * @param schoolDays days on which school is held; empty: nobody knows, so every week counts
     * @param sweeps finished ones, in any order
     * @param walks what was seen on those that are {@link #unclear}, by round
     */
    static List<SweepWeek> last(int wanted, LocalDate today, Set<LocalDate> schoolDays, Collection<Round> sweeps,
            Map<UUID, Walk> walks) {
        return last(wanted, today, LocalDate.MIN, schoolDays, sweeps, walks);
    }

    /**
     * @param since the day on which the school got its first outer door to check: nobody could miss an earlier week,
     * and a week that was walked all the same counts
     */
    static List<SweepWeek> last(int wanted, LocalDate today, LocalDate since, Set<LocalDate> schoolDays,
            Collection<Round> sweeps, Map<UUID, Walk> walks) {
        var held = schoolDays.stream().map(SweepWeek::monday).collect(Collectors.toSet());
        var walked = sweeps.stream().sorted(Comparator.comparing(Round::startedAt))
                .collect(Collectors.groupingBy(r -> monday(r.day())));
        var weeks = new ArrayList<SweepWeek>();
        int school = 0;
        for (var monday = monday(today); school < wanted
                && !monday.isBefore(monday(today).minusWeeks(FURTHEST)); monday = monday.minusWeeks(1)) {
            var own = walked.getOrDefault(monday, List.of());
            boolean counts = !monday.plusDays(4).isBefore(since) && (held.isEmpty() || held.contains(monday))
                    || !own.isEmpty();
            weeks.add(of(monday, counts, monday.equals(monday(today)), own, walks));
            if (counts) school++;
        }
        while (!weeks.isEmpty() && !weeks.getLast().counts()) weeks.removeLast();
        return weeks;
    }

    /** Sweeps of which the count alone does not say enough: several in one week, and none of them whole. */
    static List<Round> unclear(Collection<Round> sweeps) {
        return sweeps.stream().collect(Collectors.groupingBy(r -> monday(r.day()))).values().stream()
                .filter(own -> own.size() > 1 && own.stream().noneMatch(r -> tally(r).complete())).flatMap(List::stream)
                .toList();
    }

    private static SweepWeek of(LocalDate monday, boolean counts, boolean running, List<Round> own,
            Map<UUID, Walk> walks) {
        var whole = own.stream().map(SweepWeek::tally).filter(RoundTally::complete).findFirst();
        if (whole.isPresent())
            return new SweepWeek(monday, Standing.SWEPT, own, whole.get().checked(), whole.get().checkpoints());
        if (own.isEmpty())
            return new SweepWeek(monday, !counts ? Standing.NO_SCHOOL : running ? Standing.OPEN : Standing.MISSING, own,
                    0, 0);
        var open = running ? Standing.OPEN : Standing.PARTLY;
        if (own.size() == 1)
            return new SweepWeek(monday, open, own, tally(own.getFirst()).checked(),
                    tally(own.getFirst()).checkpoints());
        var together = new WeekSweep(own.stream().map(r -> walks.get(r.id())).filter(Objects::nonNull).toList());
        return new SweepWeek(monday, together.whole() ? Standing.SWEPT : open, own,
                together.doors() - together.left().size(), together.doors());
    }

    private static RoundTally tally(Round round) {
        return round.state() instanceof State.Finished(_, _, var tally, _) ? tally : new RoundTally(0, 0, 0, null);
    }
}
