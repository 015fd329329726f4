package org.daywatch.platform.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a session lives: until nobody used it for a while, and never longer than a fixed time. NIST SP 800-63B-4
 * asks at this level for an hour and a day, which administrators get; an officer's phone must survive a school day in a
 * pocket. A stricter rule is a new line with its day, not a change of an old one.
 *
 * @param role null: the person who has no line of their own, and everybody who has not yet chosen for whom they act
 * @param idle ends a session that nobody used
 * @param absolute ends it however much it was used
 */
public record SessionLifetime(LocalDate from, @Nullable Role role, Duration idle, Duration absolute) {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    public static final List<SessionLifetime> DATED = List.of(
            new SessionLifetime(START, Role.AGENCY_ADMIN, Duration.ofHours(1), Duration.ofHours(24)),
            new SessionLifetime(START, Role.SAFETY_DIRECTOR, Duration.ofHours(1), Duration.ofHours(24)),
            new SessionLifetime(START, Role.OFFICER, Duration.ofHours(12), Duration.ofDays(7)),
            new SessionLifetime(START, null, Duration.ofHours(12), Duration.ofHours(24)));

    /** The longest a cookie can be of use; the database decides what counts. */
    public static final Duration LONGEST = DATED.stream().map(SessionLifetime::absolute).max(Comparator.naturalOrder())
            .orElseThrow();

    public static SessionLifetime of(@Nullable Role role, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var newestFirst = Comparator.comparing(SessionLifetime::from).reversed();
        return DATED.stream().filter(l -> l.role() == role && !l.from().isAfter(today)).min(newestFirst)
                .or(() -> DATED.stream().filter(l -> l.role() == null).min(newestFirst)).orElseThrow();
    }

    public Instant end(Instant opened, Instant seen) {
        var unused = seen.plus(idle);
        var last = opened.plus(absolute);
        return unused.isBefore(last) ? unused : last;
    }
}
