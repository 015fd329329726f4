package org.daywatch.restorative.repair;

import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.restorative.conferences.ConferenceDue.Rhythm;
import org.springframework.stereotype.Component;

/** Days of restorative work that somebody outside decides, by the day at the school. */
@Component
public class ConferenceRules {

    private final ProgramRules rules;

    ConferenceRules(ProgramRules rules) {
        this.rules = rules;
    }

    public Rhythm rhythm(Campus school, LocalDate day) {
        return new Rhythm(number("CONFERENCE_ANSWER", school, day), number("CONFERENCE_MEET", school, day),
                number("CONFERENCE_TALK_FIRST", school, day), number("CONFERENCE_TALK_SECOND", school, day),
                number("CONFERENCE_AGAIN", school, day));
    }

    private int number(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
    }
}
