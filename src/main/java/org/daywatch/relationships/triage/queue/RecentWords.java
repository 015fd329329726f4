package org.daywatch.relationships.triage.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.daywatch.relationships.triage.AlikeWords;
import org.springframework.stereotype.Component;

/**
 * The words of tips that were handed on within the last hour, in memory and nowhere else: on the disk nothing says
 * which tips came within an hour.
 */
@Component
class RecentWords {

    private static final Duration KEPT = Duration.ofHours(1);
    /** More than a flood of a minute brings; the oldest go first. */
    private static final int MOST = 5000;

    private final Deque<Recent> recent = new ArrayDeque<>();
    private final Clock clock;

    RecentWords(Clock clock) {
        this.clock = clock;
    }

    private record Recent(UUID tip, UUID school, AlikeWords words, Instant at) {}

    /** @return the tips of the same school that are much like it; it is known itself from now on */
    synchronized List<UUID> alike(UUID tip, UUID school, String text, int percent) {
        var now = clock.instant();
        while (!recent.isEmpty()
                && (recent.size() >= MOST || recent.peekFirst().at().isBefore(now.minus(KEPT))))
            recent.removeFirst();
        var words = AlikeWords.of(text);
        var like = recent.stream().filter(one -> one.school().equals(school) && !one.tip().equals(tip)
                && one.words().isLike(words, percent)).map(Recent::tip).toList();
        if (recent.stream().noneMatch(one -> one.tip().equals(tip)))
            recent.addLast(new Recent(tip, school, words, now));
        return like;
    }
}
