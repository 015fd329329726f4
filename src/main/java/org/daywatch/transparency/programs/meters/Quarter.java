package org.daywatch.transparency.programs.meters;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.calendars.YearParts;

/**
 * One quarter of a school year, as the directory parts it, and what was to be held in it.
 *
 * @param from first and {@code to} last day of it that lie in the school year
 * @param held how many, with everybody there who must be
 * @param asked how many the rule asks for
 */
public record Quarter(int number, LocalDate from, LocalDate to, int held, int asked, State state) {

    public enum State { HELD, OPEN, MISSED, COMING }

    /** @param held days on which one that counts was held */
    public static List<Quarter> of(Requirement requirement, YearDays year, Collection<LocalDate> held, LocalDate asOf) {
        if (!year.known()) return List.of();
        var quarters = new ArrayList<Quarter>();
        int asked = requirement.rule().number();
        for (var start = YearParts.quarterBegins(year.first()); !start.isAfter(year.last()); start = YearParts
                .quarterEnds(start).plusDays(1)) {
            var from = start.isBefore(year.first()) ? year.first() : start;
            var end = YearParts.quarterEnds(start);
            var to = end.isAfter(year.last()) ? year.last() : end;
            var first = start;
            int count = (int) held.stream().filter(d -> !d.isBefore(first) && !d.isAfter(end) && !d.isAfter(asOf))
                    .count();
            quarters.add(new Quarter(start.get(IsoFields.QUARTER_OF_YEAR), from, to, count, asked,
                    state(count, asked, from, to, asOf)));
        }
        return List.copyOf(quarters);
    }

    /** Its first day in the calendar: what was held before school began counts too. */
    public LocalDate begin() {
        return YearParts.quarterBegins(from);
    }

    public LocalDate end() {
        return YearParts.quarterEnds(begin());
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(begin()) && !day.isAfter(end());
    }

    private static State state(int held, int asked, LocalDate from, LocalDate to, LocalDate asOf) {
        if (held >= asked) return State.HELD;
        if (asOf.isBefore(from)) return State.COMING;
        return asOf.isAfter(to) ? State.MISSED : State.OPEN;
    }
}
