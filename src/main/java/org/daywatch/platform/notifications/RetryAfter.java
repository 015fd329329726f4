package org.daywatch.platform.notifications;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** How long a provider asks to be left alone (RFC 9110, 10.2.3): seconds, or a date. */
public final class RetryAfter {

    /** A longer pause is a mistake of the header: the message would be of no use any more. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** @return null where the header is missing, past or unreadable; never more than {@link #LONGEST} */
    static @Nullable Duration read(@Nullable HttpHeaders headers, Instant now) {
        return read(headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER), now);
    }

    /**
     * @param said value of the header. @return null where it is missing, past or unreadable; never more than
     * {@link #LONGEST}
     */
    public static @Nullable Duration read(@Nullable String said, Instant now) {
        if (said == null) return null;
        var asked = said.strip().matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Long.parseLong(said.strip()))
                : until(said.strip(), now);
        if (asked == null || asked.isNegative() || asked.isZero()) return null;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
