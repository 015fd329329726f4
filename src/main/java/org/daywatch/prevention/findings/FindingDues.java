package org.daywatch.prevention.findings;

import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Rating;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when what is mended, reminded and looked at again: dated rules, the district's own before the state's. */
@Component
public class FindingDues {

    private final ProgrammeRules rules;

    FindingDues(ProgrammeRules rules) {
        this.rules = rules;
    }

    public LocalDate due(Campus school, int severity, LocalDate from) {
        return from.plusDays(number("FINDING_DUE_" + severity, school, from));
    }

    public LocalDate latestReview(Campus school, LocalDate today) {
        return today.plusDays(number("RISK_REVIEW_MOST", school, today));
    }

    public int remindBefore(Campus school, LocalDate today) {
        return number("FINDING_REMIND", school, today);
    }

    /** What is not done is told again after so many days. */
    public int tellAgain(Campus school, LocalDate today) {
        return number("FINDING_AGAIN", school, today);
    }

    /** What a round sees, until somebody who leads rates it. */
    Rating ofRound(Campus school, LocalDate day) {
        return new Rating(number("BREACH_SEVERITY", school, day), number("BREACH_LIKELIHOOD", school, day), null, null);
    }

    /** What an assessment misses, until somebody who leads rates it: what belongs to the basics weighs most. */
    public Rating ofGap(Campus school, LocalDate day, int tier, boolean light, boolean partly, @Nullable CostClass cost) {
        return new Rating(Math.max(1, number("GAP_SEVERITY_" + tier, school, day) - (light ? 1 : 0)), number(partly ? "GAP_LIKELIHOOD_PARTLY" : "GAP_LIKELIHOOD_NOT", school, day), cost, null);
    }

    private int number(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
    }
}
