package org.daywatch.transparency.programs.meters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weekly logs of one officer, by the Mondays of the weeks in which they had duty.
 *
 * @param over weeks that are over
 * @param missing those of them whose log is not signed
 * @param late weeks whose log was signed, but later than the rule wants it, each with the day on which it was
 * @param running the week that is not over yet is among them
 */
public record LogWeeks(List<LocalDate> over, List<LocalDate> missing, SortedMap<LocalDate, LocalDate> late,
        boolean running) {

    /**
     * @param duty and {@code signed}: Mondays
     * @param signedOn for those of which it is known, the day on which both had signed
     * @param within days after its Monday in which a log is in time; null where no rule says so, and then none is late
     */
    public static LogWeeks of(Collection<LocalDate> duty, Collection<LocalDate> signed,
            Map<LocalDate, LocalDate> signedOn, @Nullable Integer within, LocalDate asOf) {
        var over = new TreeSet<LocalDate>();
        duty.stream().filter(week -> week.plusDays(6).isBefore(asOf)).forEach(over::add);
        var done = Set.copyOf(signed);
        var missing = over.stream().filter(week -> !done.contains(week)).toList();
        var late = new TreeMap<LocalDate, LocalDate>();
        if (within != null)
            over.stream().filter(done::contains).filter(signedOn::containsKey)
                    .filter(week -> signedOn.get(week).isAfter(week.plusDays(within)))
                    .forEach(week -> late.put(week, signedOn.get(week)));
        return new LogWeeks(List.copyOf(over), missing, late, duty.contains(YearDays.week(asOf)));
    }

    public int asked() {
        return over.size();
    }

    public int signed() {
        return over.size() - missing.size();
    }

    public Standing standing() {
        if (over.isEmpty()) return running ? Standing.ON_PACE : Standing.UNKNOWN;
        return missing.isEmpty() ? Standing.ON_PACE : Standing.BEHIND;
    }
}
