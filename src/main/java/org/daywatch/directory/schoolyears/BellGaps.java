package org.daywatch.directory.schoolyears;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.BellSchedule;
import org.daywatch.directory.calendars.SessionDays;
import org.springframework.stereotype.Component;

/** Which schools of a district still need bells, and where they are set but begin later. */
@Component
public class BellGaps {
    private final Campuses campuses;
    private final SessionDays sessions;
    private final Clock clock;

    BellGaps(Campuses campuses, SessionDays sessions, Clock clock) {
        this.campuses = campuses;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param without schools without bells of a regular day, now or later. @param coming how many have bells that begin
     * later, the first of them on {@code begins}
     */
    public record Gaps(int schools, List<Campus> without, int coming, Optional<LocalDate> begins) {}

    public Gaps of(UUID district) {
        var schools = campuses.list(CalendarScope.all(district));
        var table = sessions.timetable(schools);
        var without = schools.stream().filter(s -> table.bells(s.id(), DayKind.REGULAR, today(s)).isEmpty()
                && begins(table.bellsBySchool().getOrDefault(s.id(), List.of()), today(s)).isEmpty()).toList();
        var coming = schools.stream().filter(s -> table.bells(s.id(), DayKind.REGULAR, today(s)).isEmpty())
                .flatMap(s -> begins(table.bellsBySchool().getOrDefault(s.id(), List.of()), today(s)).stream()).sorted()
                .toList();
        return new Gaps(schools.size(), without, coming.size(), coming.stream().findFirst());
    }

    /** The first day on which bells of a regular day that are set already begin. */
    static Optional<LocalDate> begins(List<BellSchedule> bells, LocalDate today) {
        return bells.stream().filter(b -> b.kind() == DayKind.REGULAR && b.validFrom().isAfter(today))
                .map(BellSchedule::validFrom).min(Comparator.naturalOrder());
    }

    private LocalDate today(Campus school) {
        return LocalDate.ofInstant(clock.instant(), school.zone());
    }
}
