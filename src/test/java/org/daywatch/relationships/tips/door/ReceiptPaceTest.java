package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many ask for receipts, and however they time it: below one a second in all. A-20 of docs/security. */
class ReceiptPaceTest {

    private static final Duration EVERY = Duration.ofMillis(1100);

    @Test
    void inAnHourOfGuessesFewerThanOneASecondIsLookedUp() {
        var pace = new ReceiptPace(EVERY, 12);
        var random = new Random(20);
        var looked = new ArrayList<Long>();
        long now = 0;
        while (now < Duration.ofHours(1).toNanos()) {
            long at = now;
            pace.turn(now).ifPresent(in -> looked.add(at + in));
            now += random.nextLong(random.nextInt(10) == 0 ? 20_000_000_000L : 50_000_000L);
        }
        assertThat(looked.size()).isBetween(1000, 3600);
        assertThat(looked).isSorted();
        assertThat(IntStream.range(1, looked.size()).mapToLong(i -> looked.get(i) - looked.get(i - 1)).min())
                .hasValue(EVERY.toNanos());
    }

    @Test
    void aFewWaitTheirTurnAndWhoeverComesThenIsToldAtOnce() {
        var pace = new ReceiptPace(EVERY, 3);
        assertThat(IntStream.range(0, 5).mapToObj(i -> pace.turn(0)).filter(turn -> turn.isPresent())
                .mapToLong(turn -> turn.getAsLong() / 1_000_000)).containsExactly(1100L, 2200L, 3300L);
        assertThat(pace.turn(Duration.ofSeconds(4).toNanos())).as("when those are through").hasValue(EVERY.toNanos());
    }
}
