package org.daywatch.emergencies.aftermath;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much a school was alerted in 30 days, against what it can take: signals that come too often teach people to look
 * away.
 *
 * @param budget points, above nought
 */
public record AlertBudget(Counts counts, Weights weights, BigDecimal budget) {

    /** Alerts raised in those days; help: calls for help; falseAlarms are not among the actual ones. */
    public record Counts(int actual, int falseAlarms, int exercises, int help, int tests) {}

    /** Points each costs. */
    public record Weights(BigDecimal actual, BigDecimal falseAlarm, BigDecimal exercise, BigDecimal help,
            BigDecimal test) {}

    public AlertBudget {
        if (budget.signum() <= 0)
            throw new IllegalArgumentException("The budget of alerts is " + budget
                    + "; it must be above 0.\nMaybe a program rule was set wrongly.");
    }

    public BigDecimal points() {
        return times(weights.actual, counts.actual).add(times(weights.falseAlarm, counts.falseAlarms))
                .add(times(weights.exercise, counts.exercises))
                .add(times(weights.help, counts.help)).add(times(weights.test, counts.tests)).stripTrailingZeros();
    }

    /** Points as a share of the budget, in percent, rounded. */
    public int fatigueIndex() {
        return points().multiply(BigDecimal.valueOf(100)).divide(budget, 0, RoundingMode.HALF_UP).intValueExact();
    }

    public boolean spent() {
        return points().compareTo(budget) > 0;
    }

    private static BigDecimal times(BigDecimal weight, int count) {
        return weight.multiply(BigDecimal.valueOf(count));
    }
}
