package org.daywatch.directory.imports.ical.events;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;

/**
 * The days of an event, repeated or not. How often it is repeated is the calendar library's to know; only how far it is
 * looked at is ours, so that a holiday entered years ago, and repeated without an end, is found in this year.
 *
 * @param days how many days it lasts each time
 */
public record Series(LocalDate first, int days, List<Recur<LocalDate>> rules, Set<LocalDate> also,
        Set<LocalDate> except) {

    /** One day of a series that an event of its own stands in for. */
    public record Moved(String uid, LocalDate day) {}

    public static final Series NONE = new Series(LocalDate.EPOCH, 0, List.of(), Set.of(), Set.of());

    public boolean repeats() {
        return !rules.isEmpty() || !also.isEmpty();
    }

    public LocalDate last() {
        return first.plusDays(Math.max(days, 1) - 1L);
    }

    public Series without(LocalDate day) {
        var fewer = new HashSet<>(except);
        fewer.add(day);
        return new Series(first, days, rules, also, fewer);
    }

    /** Ascending, both ends included. */
    public Stream<LocalDate> within(LocalDate from, LocalDate to) {
        if (days == 0 || to.isBefore(from)) return Stream.of();
        var starts = new TreeSet<>(also);
        starts.add(first);
        LocalDate earliest = from.minusDays(days - 1L);
        if (!to.isBefore(first))
            rules.forEach(rule -> starts
                    .addAll(rule.getDates(first, earliest.isBefore(first) ? first : earliest, to.plusDays(1))));
        starts.removeAll(except);
        return starts.stream().flatMap(day -> day.datesUntil(day.plusDays(days)))
                .filter(day -> !day.isBefore(from) && !day.isAfter(to)).distinct().sorted();
    }
}
