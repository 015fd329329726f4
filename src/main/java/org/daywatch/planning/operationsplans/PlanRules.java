package org.daywatch.planning.operationsplans;

import java.time.LocalDate;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.planning.operationsplans.content.RiskRating;
import org.springframework.stereotype.Component;

/** What dated rules say about plans: how often they are reviewed, when somebody is reminded, what a risk weighs. */
@Component
public class PlanRules {

    private final ProgramRules rules;

    PlanRules(ProgramRules rules) {
        this.rules = rules;
    }

    /** How often a plan of a school of this state is reviewed: months. */
    public ProgramRule review(String state, LocalDate day) {
        return rules.book().get("PLAN_REVIEW_EVERY", day, RuleBook.state(state));
    }

    /** The last day in time for a plan that was approved or reviewed on that day. */
    public LocalDate reviewBy(String state, LocalDate day) {
        return day.plusMonths(review(state, day).number());
    }

    public int reminderDays(LocalDate day) {
        return rules.book().get("PLAN_REVIEW_REMINDER", day).number();
    }

    /** The weight of the probability, as the rule that stands for all of them: whether it is to be confirmed. */
    public ProgramRule risk(LocalDate day) {
        return rules.book().get("RISK_WEIGHT_PROBABILITY", day);
    }

    public RiskRating.Weights weights(LocalDate day) {
        var book = rules.book();
        return new RiskRating.Weights(book.get("RISK_WEIGHT_PROBABILITY", day).value(),
                book.get("RISK_WEIGHT_MAGNITUDE", day).value(), book.get("RISK_WEIGHT_WARNING", day).value(),
                book.get("RISK_WEIGHT_DURATION", day).value(), book.get("RISK_HIGH_FROM", day).value(),
                book.get("RISK_MEDIUM_FROM", day).value());
    }
}
