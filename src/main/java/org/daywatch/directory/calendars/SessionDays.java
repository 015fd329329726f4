package org.daywatch.directory.calendars;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers when schools are in session: three reads for any number of schools, the rest is arithmetic. */
@Component
@Transactional(readOnly = true)
public class SessionDays implements BellDays {

    private final Campuses campuses;
    private final CalendarStore calendars;
    private final BellStore bells;

    SessionDays(Campuses campuses, CalendarStore calendars, BellStore bells) {
        this.campuses = campuses;
        this.calendars = calendars;
        this.bells = bells;
    }

    @Override
    public List<BellDay> of(Collection<UUID> schoolIds, LocalDate from, LocalDate to) {
        var schools = campuses.list(schoolIds);
        return timetable(schools).bellDays(schools, from, to);
    }

    @Override
    public List<UUID> withoutBells(Collection<UUID> schoolIds, LocalDate day) {
        var ringing = bells.list(schoolIds).stream().filter(b -> b.inForce(day) && b.kind() == DayKind.REGULAR)
                .map(BellSchedule::schoolId).collect(Collectors.toSet());
        return schoolIds.stream().filter(s -> !ringing.contains(s)).toList();
    }

    /** The calendars of the schools' districts, without the bells. */
    public Map<UUID, List<SchoolCalendar>> calendarsByDistrict(Collection<Campus> schools) {
        return calendars.list(schools.stream().map(Campus::districtId).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(SchoolCalendar::districtId));
    }

    /** Everything about these schools' days at once. */
    public Timetable timetable(Collection<Campus> schools) {
        return Timetable.of(calendars.list(schools.stream().map(Campus::districtId).collect(Collectors.toSet())),
                bells.list(schools.stream().map(Campus::id).toList()));
    }
}
