package org.daywatch.mentoring.care;

import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.mentoring.matches.MatchDue.Rhythm;
import org.springframework.stereotype.Component;

/** Numbers of mentoring that somebody outside decides, by the day at the school. */
@Component
public class MatchRules {

    private final ProgramRules rules;

    MatchRules(ProgramRules rules) {
        this.rules = rules;
    }

    /** What the days of a match are measured by. */
    public Rhythm rhythm(Campus school, LocalDate day) {
        return new Rhythm(number("MENTOR_FIRST_SERVICE", school, day), number("MENTOR_RHYTHM", school, day),
                number("MENTOR_FIRST_MONTH", school, day));
    }

    /** The first day on which a match may end that is announced today. */
    public LocalDate earliestEnd(Campus school, LocalDate today) {
        return today.plusDays(number("MENTOR_END_NOTICE", school, today));
    }

    public int longestSession(Campus school, LocalDate day) {
        return number("MENTOR_SESSION_MOST", school, day);
    }

    public int mostInWeek(Campus school, LocalDate day) {
        return number("MENTOR_WEEK_MOST", school, day);
    }

    public int leastTogether(Campus school, LocalDate day) {
        return number("MENTOR_MEETING_LEAST", school, day);
    }

    public int forecastWeeks(Campus school, LocalDate day) {
        return number("MENTOR_FORECAST", school, day);
    }

    private int number(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
    }
}
