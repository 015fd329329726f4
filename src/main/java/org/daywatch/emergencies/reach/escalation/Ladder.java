package org.daywatch.emergencies.reach.escalation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.reach.Way;

/**
 * Which way is tried next, and how long each may take.
 *
 * @param patience by way: so long it has for a receipt
 * @param expiry a message is news for so long after people were told
 * @param ways those that are gone at all
 */
public record Ladder(Map<Way, Duration> patience, Duration expiry, Set<Way> ways) {

    /** @throws IllegalStateException where no rule answers */
    static Ladder of(Set<Way> ways, RuleBook rules, LocalDate day, String... scopes) {
        return new Ladder(Map.of(Way.STREAM, seconds(rules, "REACH_STREAM", day, scopes), Way.PUSH,
                seconds(rules, "REACH_PUSH", day, scopes),
                Way.SMS, seconds(rules, "REACH_SMS", day, scopes), Way.EMAIL,
                seconds(rules, "REACH_EMAIL", day, scopes)), seconds(rules, "REACH_EXPIRY", day, scopes), ways);
    }

    private static Duration seconds(RuleBook rules, String code, LocalDate day, String... scopes) {
        return Duration.ofSeconds(rules.get(code, day, scopes).number());
    }

    /** @param ago how long the attempt has been under way */
    public record Tried(Attempt attempt, Duration ago) {}

    /**
     * For somebody who has not seen it, whatever their devices have received: a tab in the background and a phone in a
     * bag tell nobody anything.
     *
     * @param told so long ago the school was told what it is told now
     * @param tried since then
     * @return empty while an earlier way may still bring their eyes to it, when all were tried, and when it is no news
     * any more
     */
    public Optional<Way> next(Duration told, List<Tried> tried) {
        boolean screens = ways.contains(Way.STREAM) && told.compareTo(patience.get(Way.STREAM)) < 0;
        boolean stale = told.compareTo(expiry) >= 0;
        if (screens || stale || tried.stream().anyMatch(one -> one.attempt().mayStillBeSeen(one.ago())))
            return Optional.empty();
        return List.of(Way.PUSH, Way.SMS, Way.EMAIL).stream().filter(ways::contains)
                .filter(way -> tried.stream().noneMatch(one -> one.attempt().way() == way)).findFirst();
    }
}
