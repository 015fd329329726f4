package org.daywatch.mentoring.asking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student asked for somebody.
 *
 * @param on the school's day. @param body null: its key is destroyed
 * @param outcome null: nobody has answered yet. @param answeredBy name of the counselor
 */
public record StudentAsk(UUID id, UUID school, Instant at, LocalDate on, @Nullable Body body,
        @Nullable Outcome outcome, @Nullable Instant answeredAt, String answeredBy) {

    public enum Wish { MENTOR, TALK, UNSURE }

    /** What came of it. */
    public enum Outcome { REFERRED, TALKED, CHANGED_MIND, NOT_FOUND }

    /**
     * What they typed, sealed.
     *
     * @param name as they wrote it; who of the roster it is, a counselor says
     * @param likes words of {@code Interest}. @param language in which they wrote
     */
    public record Body(String name, String grade, Wish wish, Set<String> likes, String words, String language) {}

    public long days(LocalDate today) {
        return on.until(today, java.time.temporal.ChronoUnit.DAYS);
    }
}
