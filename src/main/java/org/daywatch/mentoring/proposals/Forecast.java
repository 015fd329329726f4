package org.daywatch.mentoring.proposals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** On which school days of the term an officer is expected at the school. Pure. */
public final class Forecast {

    private Forecast() {}

    /**
     * What is planned stands as it is planned. A school day for which nothing is planned yet, and after all that is, is
     * expected where the officer was there on that weekday in half of the last weeks.
     *
     * @param known days on which they were there, or are planned, and when
     * @param school days of school to come in this term
     * @param weeks that are looked back on
     */
    public static Map<LocalDate, Hours> of(Map<LocalDate, Hours> known, Collection<LocalDate> school, LocalDate today,
            int weeks) {
        var expected = new TreeMap<LocalDate, Hours>();
        var lastPlanned = known.keySet().stream().max(LocalDate::compareTo).orElse(today);
        for (var day : school) {
            if (day.isBefore(today)) continue;
            if (known.containsKey(day)) expected.put(day, known.get(day));
            else if (day.isAfter(lastPlanned)) {
                var before = IntStream.rangeClosed(1, weeks)
                        .mapToObj(w -> known.get(lastOf(day, today).minusWeeks(w - 1L))).filter(Objects::nonNull)
                        .toList();
                if (!before.isEmpty() && before.size() * 2 >= weeks) expected.put(day, before.getFirst());
            }
        }
        return expected;
    }

    /** The last day before today that is the same weekday. */
    private static LocalDate lastOf(LocalDate day, LocalDate today) {
        var yesterday = today.minusDays(1);
        return yesterday.minusDays(Math.floorMod(yesterday.getDayOfWeek().getValue() - day.getDayOfWeek().getValue(),
                7));
    }
}
