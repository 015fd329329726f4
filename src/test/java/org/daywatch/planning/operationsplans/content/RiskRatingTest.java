package org.daywatch.planning.operationsplans.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.RiskRating.Priority;
import org.daywatch.planning.operationsplans.content.RiskRating.Weights;
import org.junit.jupiter.api.Test;

class RiskRatingTest {

    private static final Weights SHIPPED = weights("45", "30", "15", "10");

    @Test
    void theSumIsShownMarkByMark() {
        var rating = RiskRating.of(hazard(3, 4, 4, 1), SHIPPED);
        // 3 × 0.45 + 4 × 0.30 + 4 × 0.15 + 1 × 0.10 = 1.35 + 1.20 + 0.60 + 0.10
        assertThat(rating.points()).isEqualByComparingTo("3.25");
        assertThat(rating.priority()).isEqualTo(Priority.HIGH);
        assertThat(rating.shares())
                .extracting(s -> s.mark() + " " + s.given() + " " + s.weight().toPlainString() + " " + s.adds())
                .containsExactly("PROBABILITY 3 45 1.35", "MAGNITUDE 4 30 1.20", "WARNING 4 15 0.60",
                        "DURATION 1 10 0.10");
    }

    @Test
    void theBordersBelongToTheHigherPriority() {
        assertThat(RiskRating.of(hazard(3, 3, 3, 3), SHIPPED).priority()).isEqualTo(Priority.HIGH);
        assertThat(RiskRating.of(hazard(2, 2, 2, 2), SHIPPED).priority()).isEqualTo(Priority.MEDIUM);
        assertThat(RiskRating.of(hazard(3, 3, 3, 2), SHIPPED).points()).isEqualByComparingTo("2.90");
        assertThat(RiskRating.of(hazard(3, 3, 3, 2), SHIPPED).priority()).isEqualTo(Priority.MEDIUM);
        assertThat(RiskRating.of(hazard(1, 1, 1, 1), SHIPPED).points()).isEqualByComparingTo("1.00");
        assertThat(RiskRating.of(hazard(1, 1, 1, 1), SHIPPED).priority()).isEqualTo(Priority.LOW);
        assertThat(RiskRating.of(hazard(4, 4, 4, 4), SHIPPED).points()).isEqualByComparingTo("4.00");
    }

    @Test
    void weightsAreSharesOfTheirSum() {
        assertThat(RiskRating.of(hazard(4, 1, 1, 1), weights("1", "1", "1", "1")).points())
                .isEqualByComparingTo("1.75");
        assertThat(RiskRating.of(hazard(4, 1, 1, 1), weights("90", "60", "30", "20")).points())
                .isEqualTo(RiskRating.of(hazard(4, 1, 1, 1), SHIPPED).points());
    }

    @Test
    void aMarkBeyondFourAndWeightsOfNothingAreRefused() {
        assertThatThrownBy(() -> RiskRating.of(hazard(5, 1, 1, 1), SHIPPED)).hasMessageContaining("PROBABILITY", "5");
        assertThatThrownBy(() -> weights("0", "0", "0", "0")).hasMessageContaining("above");
    }

    private static Weights weights(String probability, String magnitude, String warning, String duration) {
        return new Weights(new BigDecimal(probability), new BigDecimal(magnitude), new BigDecimal(warning),
                new BigDecimal(duration), new BigDecimal("3"), new BigDecimal("2"));
    }

    private static Hazard hazard(int probability, int magnitude, int warning, int duration) {
        return new Hazard(new UUID(1, 1), "Flash flood", probability, magnitude, warning, duration, "");
    }
}
