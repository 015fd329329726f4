package org.daywatch.transparency.programmes.meters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weekly logs of one officer, by the Mondays of the weeks in which he had duty.
 *
 * @param missing weeks that are over and whose log is not signed
 * @param running the week that is not over yet is among them
 */
public record LogWeeks(int asked, int signed, List<LocalDate> missing, boolean running) {

    /** @param duty and {@code signed}: Mondays */
    public static LogWeeks of(Collection<LocalDate> duty, Collection<LocalDate> signed, LocalDate asOf) {
        var over = new TreeSet<LocalDate>();
        duty.stream().filter(week -> week.plusDays(6).isBefore(asOf)).forEach(over::add);
        var done = Set.copyOf(signed);
        var missing = over.stream().filter(week -> !done.contains(week)).toList();
        return new LogWeeks(over.size(), over.size() - missing.size(), missing, duty.contains(YearDays.week(asOf)));
    }

    public Standing standing() {
        if (asked == 0) return running ? Standing.ON_PACE : Standing.UNKNOWN;
        return missing.isEmpty() ? Standing.ON_PACE : Standing.BEHIND;
    }
}
