package org.daywatch.prevention.findings;

import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.RuleBook;
import org.springframework.stereotype.Component;

/** By when what is mended, reminded and looked at again: dated rules, the district's own before the state's. */
@Component
public class FindingDues {

    private final ProgrammeRules rules;

    FindingDues(ProgrammeRules rules) {
        this.rules = rules;
    }

    public LocalDate due(Campus school, int severity, LocalDate from) {
        return from.plusDays(days("FINDING_DUE_" + severity, school, from));
    }

    public LocalDate latestReview(Campus school, LocalDate today) {
        return today.plusDays(days("RISK_REVIEW_MOST", school, today));
    }

    public int remindBefore(Campus school, LocalDate today) {
        return days("FINDING_REMIND", school, today);
    }

    private int days(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
    }
}
