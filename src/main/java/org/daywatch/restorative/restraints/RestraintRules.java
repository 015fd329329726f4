package org.daywatch.restorative.restraints;

import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.springframework.stereotype.Component;

/** What somebody outside decides about restraints, by the day at the school. */
@Component
public class RestraintRules {

    private final ProgramRules rules;

    RestraintRules(ProgramRules rules) {
        this.rules = rules;
    }

    /** By when the next is to be done; null: nothing. */
    public @org.jspecify.annotations.Nullable LocalDate due(Restraint r, Campus school) {
        return r.due(number("RESTRAINT_WRITE", school, r.reported()), number("RESTRAINT_TALK", school, r.reported()));
    }

    /** The first day of the school year a day lies in. */
    public LocalDate year(Campus school, LocalDate day) {
        int month = number("RESTRAINT_YEAR", school, day);
        return LocalDate.of(day.getMonthValue() < month ? day.getYear() - 1 : day.getYear(), month, 1);
    }

    private int number(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
    }
}
