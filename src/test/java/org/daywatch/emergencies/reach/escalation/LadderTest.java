package org.daywatch.emergencies.reach.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.emergencies.reach.escalation.Attempt.Fate;
import org.junit.jupiter.api.Test;

/** F-10, P-05 of docs/security. */
class LadderTest {

    private static final Instant TOLD = Instant.parse("2026-11-17T16:40:00Z");
    private static final Ladder LADDER = new Ladder(
            Map.of(Way.STREAM, Duration.ofSeconds(15), Way.PUSH, Duration.ofSeconds(10), Way.SMS,
                    Duration.ofSeconds(45), Way.EMAIL, Duration.ofMinutes(2)),
            Duration.ofMinutes(15), EnumSet.allOf(Way.class));

    @Test
    void nobodyIsSentAnythingWhileScreensMayStillAnswer() {
        assertThat(next(14)).isEmpty();
        assertThat(next(15)).contains(Way.PUSH);
    }

    @Test
    void aReceiptThatDoesNotComeInTimeCallsTheNextWay() {
        var push = tried(Way.PUSH, Fate.SENT, 15, 25);
        assertThat(next(24, push)).isEmpty();
        assertThat(next(25, push)).contains(Way.SMS);
        var sms = tried(Way.SMS, Fate.SENT, 25, 70);
        assertThat(next(69, push, sms)).isEmpty();
        assertThat(next(70, push, sms)).contains(Way.EMAIL);
        assertThat(next(400, push, sms, tried(Way.EMAIL, Fate.SENT, 70, 190))).as("nothing is left").isEmpty();
    }

    @Test
    void whatIsLostOrHasNoAddressIsNotWaitedFor() {
        assertThat(next(16, tried(Way.PUSH, Fate.NO_ADDRESS, 15, 25))).contains(Way.SMS);
        assertThat(next(20, tried(Way.PUSH, Fate.NO_ADDRESS, 15, 25), tried(Way.SMS, Fate.LOST, 16, 61)))
                .contains(Way.EMAIL);
    }

    @Test
    void whatHasArrivedHasItsTimeToBeSeenAndThenTheNextWayIsTried() {
        var push = tried(Way.PUSH, Fate.RECEIVED, 15, 25);
        assertThat(next(24, push)).isEmpty();
        assertThat(next(25, push)).contains(Way.SMS);
        assertThat(next(70, push, tried(Way.SMS, Fate.RECEIVED, 25, 70))).contains(Way.EMAIL);
    }

    @Test
    void afterItsTimeItIsNoNewsAnyMore() {
        assertThat(next(899)).contains(Way.PUSH);
        assertThat(next(900)).isEmpty();
    }

    @Test
    void waysThatADrillDoesNotGoAreLeftOutAndWithoutScreensNobodyWaitsForThem() {
        var texts = new Ladder(LADDER.patience(), LADDER.expiry(), EnumSet.of(Way.SMS));
        assertThat(texts.next(Duration.ofSeconds(1), List.of())).contains(Way.SMS);
        var screens = new Ladder(LADDER.patience(), LADDER.expiry(), EnumSet.of(Way.STREAM));
        assertThat(screens.next(Duration.ofSeconds(60), List.of())).isEmpty();
    }

    /** So many seconds after people were told. */
    private static Optional<Way> next(int seconds, Attempt... tried) {
        return LADDER.next(Duration.ofSeconds(seconds),
                Arrays.stream(tried).map(a -> new Ladder.Tried(a, Duration.between(a.at(), after(seconds)))).toList());
    }

    private static Instant after(int seconds) {
        return TOLD.plusSeconds(seconds);
    }

    private static Attempt tried(Way way, Fate fate, int at, int deadline) {
        return new Attempt(new UUID(0, at), new UUID(0, 1), 1, new UUID(0, 2), way, fate, after(at), after(deadline),
                after(900), new UUID(0, at), "");
    }
}
