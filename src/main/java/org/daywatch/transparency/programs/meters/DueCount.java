package org.daywatch.transparency.programs.meters;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import org.daywatch.directory.Due;
import org.jspecify.annotations.Nullable;

/**
 * A due list in numbers.
 *
 * @param done in time or late
 * @param late its last day is over, and it can still be done
 * @param missed it cannot be done any more
 * @param daysLate by how many days what was done the latest came after its last day; 0 where all of it came in time
 * @param next the last day in time of what is due next; null where nothing is
 */
public record DueCount(int asked, int done, int late, int missed, int daysLate, @Nullable LocalDate next) {

    public static DueCount of(Collection<Due> dues) {
        int done = count(dues, Due.State.DONE) + count(dues, Due.State.DONE_LATE);
        var next = dues.stream()
                .filter(d -> d.state() == Due.State.DUE || d.state() == Due.State.COMING || d.state() == Due.State.LATE)
                .map(Due::by).min(Comparator.naturalOrder());
        int daysLate = dues.stream().filter(d -> d.state() == Due.State.DONE_LATE && d.doneOn() != null)
                .mapToInt(d -> (int) ChronoUnit.DAYS.between(d.by(), d.doneOn())).max().orElse(0);
        return new DueCount(dues.size(), done, count(dues, Due.State.LATE), count(dues, Due.State.MISSED), daysLate,
                next.orElse(null));
    }

    private static int count(Collection<Due> dues, Due.State state) {
        return (int) dues.stream().filter(d -> d.state() == state).count();
    }

    public Standing standing() {
        if (asked == 0) return Standing.UNKNOWN;
        if (missed > 0) return Standing.MISSED;
        return late > 0 ? Standing.BEHIND : done == asked ? Standing.MET : Standing.ON_PACE;
    }
}
