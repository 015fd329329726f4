package org.daywatch.billing.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateCardFileTest {

    @Test
    void theExampleHasTheColumnsThatAreWritten() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/formats/examples/rate-cards.csv")).getFirst())
                .isEqualTo(String.join(",", RateCardPages.HEADER));
    }

    @Test
    void aCardHoldsFromItsFirstDayToItsLastAndNeverOnceItIsWithdrawn() {
        var card = new RateCard(new UUID(1, 1), null, "SSO", 6250, 0, LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 31), "agreement", Instant.EPOCH, null, null);
        assertThat(card.state(LocalDate.of(2026, 9, 30))).isEqualTo(RateCard.State.TO_COME);
        assertThat(card.state(LocalDate.of(2026, 10, 1))).isEqualTo(RateCard.State.HOLDS);
        assertThat(card.state(LocalDate.of(2026, 10, 31))).isEqualTo(RateCard.State.HOLDS);
        assertThat(card.state(LocalDate.of(2026, 11, 1))).isEqualTo(RateCard.State.OVER);
        var withdrawn = new RateCard(new UUID(1, 1), null, "SSO", 6250, 0, LocalDate.of(2026, 10, 1), null, "agreement",
                Instant.EPOCH, Instant.EPOCH, "typed for another year");
        assertThat(withdrawn.state(LocalDate.of(2026, 10, 5))).isEqualTo(RateCard.State.WITHDRAWN);
        assertThat(withdrawn.inForce(LocalDate.of(2026, 10, 5))).isFalse();
    }
}
