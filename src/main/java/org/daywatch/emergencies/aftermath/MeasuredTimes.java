package org.daywatch.emergencies.aftermath;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments of an incident in the order in which one hopes for them, each taken from a record. What nobody recorded is
 * absent, never nought.
 */
public record MeasuredTimes(List<Step> steps) {

    /** @param at absent: not measured */
    public record Step(String code, Optional<Instant> at, Optional<Duration> sinceAccepted) {}

    /**
     * What the records say. @param pressedAt by the device's own clock
     *
     * @param accounted when the last of all who were expected was in somebody's sight
     * @param rooms when the last room was released, in a lockdown whose rooms all were
     * @param reunited when every student had gone home or was back in class
     */
    public record Log(@Nullable Instant pressedAt, @Nullable Instant acceptedAt, @Nullable Instant reached50,
            @Nullable Instant reached95, @Nullable Instant reached100,
            @Nullable Instant commandTaken, @Nullable Instant accounted, @Nullable Instant rooms,
            @Nullable Instant reunited, @Nullable Instant ended, @Nullable Instant closed) {}

    /** A device whose clock is ahead of the server's measures nothing. */
    public static MeasuredTimes of(Log log) {
        var pressed = log.pressedAt() != null && log.acceptedAt() != null && log.pressedAt().isAfter(log.acceptedAt())
                ? null
                : log.pressedAt();
        return new MeasuredTimes(List.of(step("PRESSED", pressed, log), step("ACCEPTED", log.acceptedAt(), log),
                step("REACHED_50", log.reached50(), log),
                step("REACHED_95", log.reached95(), log), step("REACHED_100", log.reached100(), log),
                step("COMMAND", log.commandTaken(), log),
                step("ALL_ACCOUNTED", log.accounted(), log), step("ALL_ROOMS", log.rooms(), log),
                step("REUNITED", log.reunited(), log), step("ENDED", log.ended(), log),
                step("CLOSED", log.closed(), log)));
    }

    private static Step step(String code, @Nullable Instant at, Log log) {
        var since = at == null || log.acceptedAt() == null
                ? Optional.<Duration>empty()
                : Optional.of(Duration.between(log.acceptedAt(), at));
        return new Step(code, Optional.ofNullable(at), since);
    }
}
