package org.daywatch.planning.operationsplans.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;

/**
 * How urgent a hazard is: its four marks, weighed.
 *
 * @param points between 1.00 and 4.00
 */
public record RiskRating(BigDecimal points, Priority priority, List<Share> shares) {

    public enum Priority { HIGH, MEDIUM, LOW }

    public enum Mark { PROBABILITY, MAGNITUDE, WARNING, DURATION }

    /** What one mark adds: the mark, its weight in percent, both multiplied. */
    public record Share(Mark mark, int given, BigDecimal weight, BigDecimal adds) {}

    /** Weights need not sum to 100: they are taken as shares of their sum. */
    public record Weights(BigDecimal probability, BigDecimal magnitude, BigDecimal warning, BigDecimal duration,
            BigDecimal highFrom, BigDecimal mediumFrom) {

        public Weights {
            if (probability.signum() < 0 || magnitude.signum() < 0 || warning.signum() < 0 || duration.signum() < 0
                    || probability.add(magnitude).add(warning).add(duration).signum() == 0) {
                throw new IllegalArgumentException("The weights of a risk are "
                        + List.of(probability, magnitude, warning, duration)
                        + "; none may be below 0 and one must be above.\nMaybe a program rule was set wrongly.");
            }
        }

        BigDecimal of(Mark mark) {
            return switch (mark) {
                case PROBABILITY -> probability;
                case MAGNITUDE -> magnitude;
                case WARNING -> warning;
                case DURATION -> duration;
            };
        }

        BigDecimal sum() {
            return probability.add(magnitude).add(warning).add(duration);
        }
    }

    public static RiskRating of(Hazard hazard, Weights weights) {
        var shares = new ArrayList<Share>();
        var total = BigDecimal.ZERO;
        for (var mark : Mark.values()) {
            int given = given(hazard, mark);
            if (given < 1 || given > 4)
                throw new IllegalArgumentException(
                        "The mark " + mark + " of " + hazard.name() + " is " + given + "; marks go from 1 to 4.");
            var weight = weights.of(mark).multiply(BigDecimal.valueOf(100)).divide(weights.sum(), 2,
                    RoundingMode.HALF_UP);
            var adds = weights.of(mark).multiply(BigDecimal.valueOf(given)).divide(weights.sum(), 10,
                    RoundingMode.HALF_UP);
            shares.add(new Share(mark, given, weight.stripTrailingZeros(), adds.setScale(2, RoundingMode.HALF_UP)));
            total = total.add(adds);
        }
        var points = total.setScale(2, RoundingMode.HALF_UP);
        var priority = points.compareTo(weights.highFrom()) >= 0
                ? Priority.HIGH
                : points.compareTo(weights.mediumFrom()) >= 0 ? Priority.MEDIUM : Priority.LOW;
        return new RiskRating(points, priority, List.copyOf(shares));
    }

    private static int given(Hazard hazard, Mark mark) {
        return switch (mark) {
            case PROBABILITY -> hazard.probability();
            case MAGNITUDE -> hazard.magnitude();
            case WARNING -> hazard.warning();
            case DURATION -> hazard.duration();
        };
    }
}
