package org.daywatch.platform.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of day as American offices and machines write them. A two-digit year is not accepted: it has to be
 * guessed.
 */
public final class Dates {
    private static final List<DateTimeFormatter> DAYS = List.of(strict("uuuu-MM-dd"), strict("M/d/uuuu"));
    /** A year outside these is a slip of the pen, and the database could not hold some of them. */
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final List<DateTimeFormatter> TIMES = List.of(strict("H:mm[:ss]"), strict("h:mm[:ss] a"),
            strict("h:mm[:ss]a"));

    private Dates() {}

    public static @Nullable LocalDate date(String text) {
        for (var form : DAYS) {
            try {
                LocalDate day = LocalDate.parse(text, form);
                return isPlausible(day) ? day : null;
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }

    public static boolean isPlausible(LocalDate day) {
        return day.getYear() >= EARLIEST && day.getYear() <= LATEST;
    }

    public static @Nullable LocalTime time(String text) {
        for (var form : TIMES) {
            try {
                return LocalTime.parse(text, form);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }

    /** "2026-08-31 07:00", "2026-08-31T07:00", "8/31/2026 7:00 AM". */
    public static @Nullable LocalDateTime dateTime(String text) {
        int gap = text.indexOf('T') > 0 ? text.indexOf('T') : text.indexOf(' ');
        if (gap < 0) return null;
        LocalDate day = date(text.substring(0, gap));
        LocalTime time = time(text.substring(gap + 1).strip());
        return day == null || time == null ? null : day.atTime(time);
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
    }
}
