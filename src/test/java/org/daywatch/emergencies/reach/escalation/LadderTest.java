package org.daywatch.emergencies.reach.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.emergencies.reach.escalation.Attempt.Fate;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final Instant TOLD = Instant.parse("2026-11-17T16:40:00Z");
    private static final Ladder LADDER = new Ladder(Map.of(Way.STREAM, Duration.ofSeconds(15), Way.PUSH, Duration.ofSeconds(10), Way.SMS, Duration.ofSeconds(45), Way.EMAIL, Duration.ofMinutes(2)),
            Duration.ofMinutes(15));

    @Test
    void nobodyIsSentAnythingWhileScreensMayStillAnswer() {
        assertThat(LADDER.next(TOLD, List.of(), after(14))).isEmpty();
        assertThat(LADDER.next(TOLD, List.of(), after(15))).contains(Way.PUSH);
    }

    @Test
    void aReceiptThatDoesNotComeInTimeCallsTheNextWay() {
        var push = tried(Way.PUSH, Fate.SENT, 15, 25);
        assertThat(LADDER.next(TOLD, List.of(push), after(24))).isEmpty();
        assertThat(LADDER.next(TOLD, List.of(push), after(25))).contains(Way.SMS);
        var sms = tried(Way.SMS, Fate.SENT, 25, 70);
        assertThat(LADDER.next(TOLD, List.of(push, sms), after(69))).isEmpty();
        assertThat(LADDER.next(TOLD, List.of(push, sms), after(70))).contains(Way.EMAIL);
        assertThat(LADDER.next(TOLD, List.of(push, sms, tried(Way.EMAIL, Fate.SENT, 70, 190)), after(400))).as("nothing is left").isEmpty();
    }

    @Test
    void whatIsLostOrHasNoAddressIsNotWaitedFor() {
        assertThat(LADDER.next(TOLD, List.of(tried(Way.PUSH, Fate.NO_ADDRESS, 15, 25)), after(16))).contains(Way.SMS);
        assertThat(LADDER.next(TOLD, List.of(tried(Way.PUSH, Fate.NO_ADDRESS, 15, 25), tried(Way.SMS, Fate.LOST, 16, 61)), after(20))).contains(Way.EMAIL);
    }

    @Test
    void afterItsTimeItIsNoNewsAnyMore() {
        assertThat(LADDER.next(TOLD, List.of(), after(899))).contains(Way.PUSH);
        assertThat(LADDER.next(TOLD, List.of(), after(900))).isEmpty();
    }

    private static Instant after(int seconds) {
        return TOLD.plusSeconds(seconds);
    }

    private static Attempt tried(Way way, Fate fate, int at, int deadline) {
        return new Attempt(new UUID(0, at), new UUID(0, 1), 1, new UUID(0, 2), way, fate, after(at), after(deadline), after(900), new UUID(0, at), "");
    }
}
