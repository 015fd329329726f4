package org.daywatch.directory.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.daywatch.directory.Campus;
import org.daywatch.directory.CalendarConsequences;
import org.daywatch.directory.CalendarConsequences.Preview;
import org.daywatch.directory.CalendarConsequences.Proposal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * School days as a change of calendars or bells would make them, shown to whoever plans from them before it is made.
 */
@Component
class ProposedDays {

    private final SessionDays sessions;
    private final ObjectProvider<CalendarConsequences> consequences;

    ProposedDays(SessionDays sessions, ObjectProvider<CalendarConsequences> consequences) {
        this.sessions = sessions;
        this.consequences = consequences;
    }

    /** What follows at these schools, from one day to another. */
    Preview preview(List<Campus> schools, LocalDate from, LocalDate to, UnaryOperator<Timetable> change) {
        var answer = consequences.getIfAvailable();
        if (answer == null) return Preview.NOTHING;
        var after = change.apply(sessions.timetable(schools));
        return answer.preview(
                new Proposal(schools.stream().map(Campus::id).toList(), from, to, after.bellDays(schools, from, to)));
    }
}
