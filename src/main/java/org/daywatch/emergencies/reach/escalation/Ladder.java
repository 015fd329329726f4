package org.daywatch.emergencies.reach.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.reach.Way;

/**
 * Which way is tried next, and how long each may take.
 *
 * @param patience by way: so long it has for a receipt
 * @param expiry   a message is news for so long after people were told
 */
public record Ladder(Map<Way, Duration> patience, Duration expiry) {

    /** @throws IllegalStateException where no rule answers */
    static Ladder of(RuleBook rules, LocalDate day, String... scopes) {
        return new Ladder(Map.of(Way.STREAM, seconds(rules, "REACH_STREAM", day, scopes), Way.PUSH, seconds(rules, "REACH_PUSH", day, scopes),
                Way.SMS, seconds(rules, "REACH_SMS", day, scopes), Way.EMAIL, seconds(rules, "REACH_EMAIL", day, scopes)), seconds(rules, "REACH_EXPIRY", day, scopes));
    }

    private static Duration seconds(RuleBook rules, String code, LocalDate day, String... scopes) {
        return Duration.ofSeconds(rules.get(code, day, scopes).number());
    }

    /**
     * For somebody whom nothing has reached.
     *
     * @param told  when the school was told what it is told now
     * @param tried since then
     * @return empty while an earlier way may still answer, when all were tried, and when it is no news any more
     */
    public Optional<Way> next(Instant told, List<Attempt> tried, Instant now) {
        boolean screens = now.isBefore(told.plus(patience.get(Way.STREAM)));
        boolean stale = !now.isBefore(told.plus(expiry));
        if (screens || stale || tried.stream().anyMatch(attempt -> attempt.mayStillArrive(now))) return Optional.empty();
        return List.of(Way.PUSH, Way.SMS, Way.EMAIL).stream().filter(way -> tried.stream().noneMatch(attempt -> attempt.way() == way)).findFirst();
    }
}
