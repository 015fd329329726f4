package org.daywatch.directory.programs.due;

import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The school years of many schools as their calendars tell them. Schools of one level share a year where none has days
 * of its own.
 */
@Component
@Transactional(readOnly = true)
class SessionYears {

    private final SessionDays days;

    SessionYears(SessionDays days) {
        this.days = days;
    }

    private record Shared(UUID calendar, SchoolLevel level, @Nullable UUID school) {}

    /**
     * By school; one without a calendar is left out. Between two years the one that comes answers, after the last one
     * the last.
     */
    Map<UUID, SessionYear> of(Collection<Campus> schools, LocalDate day) {
        var calendars = days.calendarsByDistrict(schools);
        var shared = new HashMap<Shared, SessionYear>();
        var years = new HashMap<UUID, SessionYear>();
        for (Campus school : schools) {
            around(calendars.getOrDefault(school.districtId(), List.of()), day)
                    .ifPresent(calendar -> years.put(school.id(),
                            shared.computeIfAbsent(
                                    new Shared(calendar.id(), school.level(),
                                            hasOwnDays(calendar, school) ? school.id() : null),
                                    key -> year(calendar, school))));
        }
        return years;
    }

    private static Optional<SchoolCalendar> around(List<SchoolCalendar> calendars, LocalDate day) {
        var latest = Comparator.comparing(SchoolCalendar::firstDay).thenComparing(SchoolCalendar::name);
        return calendars.stream().filter(c -> c.spans(day)).max(latest)
                .or(() -> calendars.stream().filter(c -> c.firstDay().isAfter(day)).min(latest))
                .or(() -> calendars.stream().max(latest));
    }

    private static boolean hasOwnDays(SchoolCalendar calendar, Campus school) {
        return calendar.days().anyMatch(d -> school.id().equals(d.scope().schoolId()));
    }

    private static SessionYear year(SchoolCalendar calendar, Campus school) {
        return SessionYear.of(calendar.firstDay(), calendar.lastDay(),
                calendar.firstDay().datesUntil(calendar.lastDay().plusDays(1))
                        .filter(day -> calendar.dayKind(school.id(), school.level(), day).filter(DayKind::isSchoolDay)
                                .isPresent())
                        .toList());
    }
}
