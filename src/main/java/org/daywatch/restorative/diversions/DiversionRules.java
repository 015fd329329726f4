package org.daywatch.restorative.diversions;

import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody outside decides about help before exclusion, by the day it began at the school. */
@Component
public class DiversionRules {

    private final ProgramRules rules;

    DiversionRules(ProgramRules rules) {
        this.rules = rules;
    }

    /** By when the next is to be done; null: nothing. */
    public @Nullable LocalDate due(Diversion d, Campus school) {
        return d.due(new Diversion.Terms(days("DIVERSION_OFFER", d, school), days("DIVERSION_ANSWER", d, school),
                days("DIVERSION_HELP", d, school), days("DIVERSION_END", d, school)));
    }

    private int days(String code, Diversion d, Campus school) {
        return rules.book().get(code, d.began(), "DISTRICT:" + school.districtId(), RuleBook.state(school.state()))
                .number();
    }
}
