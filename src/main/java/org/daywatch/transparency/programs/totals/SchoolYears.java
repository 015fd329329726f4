package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.transparency.programs.meters.YearDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The school year around a day as each school's calendar tells it. Schools of one level share one where none has days
 * of its own.
 */
@Component
@Transactional(readOnly = true)
public class SchoolYears {

    private final SessionDays days;

    SchoolYears(SessionDays days) {
        this.days = days;
    }

    private record Shared(UUID calendar, SchoolLevel level, @Nullable UUID school) {}

    /** Where school years are told apart when nobody's calendar is asked: no school begins its year in June. */
    public static LocalDate begin(LocalDate asOf) {
        int year = asOf.getMonthValue() >= Month.JULY.getValue() ? asOf.getYear() : asOf.getYear() - 1;
        return LocalDate.of(year, Month.JULY, 1);
    }

    public static LocalDate end(LocalDate asOf) {
        return begin(asOf).plusYears(1).minusDays(1);
    }

    /**
     * A school without a calendar of that school year has a year without days, which says that it is not known. In June
     * the year that was answers, in July the one that comes.
     */
    public Map<UUID, YearDays> of(Collection<Campus> schools, LocalDate asOf) {
        var calendars = days.calendarsByDistrict(schools);
        var shared = new HashMap<Shared, YearDays>();
        var years = new HashMap<UUID, YearDays>();
        for (Campus school : schools) {
            years.put(school.id(), around(calendars.getOrDefault(school.districtId(), List.of()), asOf)
                    .map(calendar -> shared.computeIfAbsent(
                            new Shared(calendar.id(), school.level(), ownDays(calendar, school) ? school.id() : null),
                            key -> year(calendar, school)))
                    .orElse(YearDays.of(List.of())));
        }
        return years;
    }

    private static Optional<SchoolCalendar> around(List<SchoolCalendar> calendars, LocalDate day) {
        var latest = Comparator.comparing(SchoolCalendar::firstDay).thenComparing(SchoolCalendar::name);
        var begin = begin(day);
        var end = end(day);
        return calendars.stream().filter(c -> c.spans(day)).max(latest)
                .or(() -> calendars.stream().filter(c -> !c.firstDay().isAfter(end) && !c.lastDay().isBefore(begin))
                        .max(latest));
    }

    private static boolean ownDays(SchoolCalendar calendar, Campus school) {
        return calendar.days().anyMatch(d -> school.id().equals(d.scope().schoolId()));
    }

    private static YearDays year(SchoolCalendar calendar, Campus school) {
        return YearDays.of(calendar.firstDay().datesUntil(calendar.lastDay().plusDays(1))
                .filter(day -> calendar.dayKind(school.id(), school.level(), day).filter(DayKind::isSchoolDay)
                        .isPresent())
                .toList());
    }
}
