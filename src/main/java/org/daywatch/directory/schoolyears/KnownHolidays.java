package org.daywatch.directory.schoolyears;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Federal and state holidays of a school year, from a library that keeps them. They are proposed; the district decides
 * which are its own.
 */
@Component
public class KnownHolidays {
    /** On these next to all public schools are closed; of the others districts differ. */
    private static final Set<String> CLOSED = Set.of("NEW_YEAR", "MARTIN_LUTHER_KING", "MEMORIAL_DAY", "JUNETEENTH",
            "INDEPENDENCE_DAY", "LABOUR_DAY", "THANKSGIVING", "CHRISTMAS");
    private final HolidayManager manager = HolidayManager
            .getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));

    /**
     * @param day on which it is kept, a weekday
     * @param actual where it falls on a weekend, the day it falls on
     * @param federal false: of the state only
     * @param usual schools are usually closed
     */
    public record Proposed(LocalDate day, String name, @Nullable LocalDate actual, boolean federal, boolean usual) {}

    /** Ascending; of two on one day the federal one. @param state two letters, or null */
    public List<Proposed> of(LocalDate first, LocalDate last, @Nullable String state) {
        var found = new ArrayList<Proposed>();
        manager.getHolidays(first.minusDays(3), last.plusDays(3)).forEach(h -> found.add(proposed(h, true)));
        IntStream.rangeClosed(first.getYear(), last.getYear()).mapToObj(KnownHolidays::columbus).forEach(found::add);
        if (state != null && !state.isBlank())
            manager.getHolidays(first, last, state.toLowerCase(Locale.ROOT))
                    .forEach(h -> found.add(proposed(h, false)));
        Map<LocalDate, Proposed> byDay = found.stream()
                .filter(p -> !p.day().isBefore(first) && !p.day().isAfter(last)
                        && p.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .sorted(Comparator.comparing(Proposed::day).thenComparing(p -> !p.federal())
                        .thenComparing(Proposed::name))
                .collect(Collectors.toMap(Proposed::day, p -> p, (one, other) -> one, LinkedHashMap::new));
        return List.copyOf(byDay.values());
    }

    private static Proposed proposed(Holiday holiday, boolean federal) {
        LocalDate kept = holiday.getObservedDate().orElse(holiday.getActualDate());
        LocalDate actual = holiday.getActualDate();
        return new Proposed(kept, name(holiday), kept.equals(actual) ? null : actual, federal,
                federal && CLOSED.contains(holiday.getPropertiesKey()));
    }

    /** The library spells this one as the British do. */
    private static String name(Holiday holiday) {
        return holiday.getPropertiesKey().equals("LABOUR_DAY") ? "Labor Day" : holiday.getDescription(Locale.ENGLISH);
    }

    /** A federal holiday (5 U.S.C. 6103) that the library has under some states only. */
    private static Proposed columbus(int year) {
        return new Proposed(
                LocalDate.of(year, Month.OCTOBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)),
                "Columbus Day", null, true, false);
    }
}
