package org.daywatch.training.courses;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.springframework.stereotype.Component;

/**
 * The school year of a district as courses look at it: its calendar's, or where it has none from the first of August
 * on.
 */
@Component
public class CourseYears {

    private final HomeTime home;
    private final Campuses campuses;
    private final SchoolTimetables timetables;
    private final ProgramRules rules;
    private final Clock clock;

    CourseYears(Campuses campuses, SchoolTimetables timetables, ProgramRules rules, HomeTime home, Clock clock) {
        this.home = home;
        this.campuses = campuses;
        this.timetables = timetables;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param days within which a course is completed, by the rule in force. @param today on the clock of the district's
     * first school
     */
    public record Year(int begins, LocalDate firstDay, int days, LocalDate today) {

        public LocalDate due(LocalDate since) {
            return CourseDue.of(firstDay, since, days);
        }
    }

    public Year of(UUID district) {
        return of(district, campuses.list(CalendarScope.all(district)));
    }

    public Year of(UUID district, List<Campus> schools) {
        if (schools.isEmpty()) {
            var today = home.today();
            int begins = today.getMonthValue() >= 7 ? today.getYear() : today.getYear() - 1;
            return new Year(begins, LocalDate.of(begins, 8, 1),
                    rules.book().get("COURSE_DUE", today, "DISTRICT:" + district).number(), today);
        }
        var school = schools.getFirst();
        var today = LocalDate.now(clock.withZone(school.zone()));
        return new Year(timetables.year(school, today), timetables.firstDay(school, today),
                rules.book().get("COURSE_DUE", today, "DISTRICT:" + district, RuleBook.state(school.state())).number(),
                today);
    }
}
