package org.daywatch.mentoring.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.directory.calendars.YearParts;
import org.springframework.stereotype.Component;

/** The half of the school year that a day is in, or that begins next. */
@Component
class MentorTerm {

    private final SessionDays sessions;

    MentorTerm(SessionDays sessions) {
        this.sessions = sessions;
    }

    /** @param school days of school from the day on until the last day */
    record Term(LocalDate last, List<LocalDate> school) {}

    /** Empty where the district has entered no school year for this day. */
    Optional<Term> of(Campus campus, LocalDate day) {
        var timetable = sessions.timetable(List.of(campus));
        return timetable.calendar(campus, day).map(year -> {
            var days = new ArrayList<LocalDate>();
            for (var d = year.firstDay(); !d.isAfter(year.lastDay()); d = d.plusDays(1))
                if (timetable.dayKind(campus, d).filter(DayKind::isSchoolDay).isPresent()) days.add(d);
            var second = YearParts.secondHalf(year.firstDay(), days);
            boolean first = day.isBefore(second) && days.stream().anyMatch(d -> !d.isBefore(day) && d.isBefore(second));
            var term = days.stream().filter(d -> !d.isBefore(day) && (!first || d.isBefore(second))).toList();
            return new Term(term.isEmpty() ? year.lastDay() : term.getLast(), term);
        });
    }
}
