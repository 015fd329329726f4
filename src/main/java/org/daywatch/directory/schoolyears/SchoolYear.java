package org.daywatch.directory.schoolyears;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.BellSchedule;
import org.daywatch.directory.calendars.CalendarDay;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.calendars.SessionDays;
import org.springframework.stereotype.Component;

/** One school's year as its page shows it. */
@Component
public class SchoolYear {

    private static final int SHOWN = 8;

    private final SessionDays sessions;

    SchoolYear(SessionDays sessions) {
        this.sessions = sessions;
    }

    /** @param differing the next days that are not regular. @param bellsBegin when bells that are set already begin */
    public record View(Optional<SchoolCalendar> calendar, Optional<DayKind> today, Optional<BellDay> bells,
            List<BellSchedule> schedules,
            List<CalendarDay> differing, Optional<LocalDate> bellsBegin) {}

    public View of(Campus campus, LocalDate today) {
        var table = sessions.timetable(List.of(campus));
        var calendar = table.calendar(campus, today)
                .or(() -> table.calendarsByDistrict().getOrDefault(campus.districtId(), List.of()).stream()
                        .filter(c -> c.firstDay().isAfter(today))
                        .min(java.util.Comparator.comparing(SchoolCalendar::firstDay)));
        var schedules = Arrays.stream(DayKind.values()).filter(DayKind::isSchoolDay)
                .flatMap(kind -> table.bells(campus.id(), kind, today).stream()).toList();
        var differing = calendar.stream()
                .flatMap(c -> c.firstDay().datesUntil(c.lastDay().plusDays(1)).filter(d -> !d.isBefore(today))
                        .flatMap(d -> c.exception(campus.id(), campus.level(), d).stream()))
                .limit(SHOWN).toList();
        return new View(calendar, table.dayKind(campus, today), table.bellDay(campus, today), schedules, differing,
                BellGaps.begins(table.bellsBySchool().getOrDefault(campus.id(), List.of()), today));
    }
}
