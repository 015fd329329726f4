package org.daywatch.platform.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as people write them in forms and addresses. Only those a calendar of schools can mean: from 1900 to 2999. */
public final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Days() {}

    /** @throws DateTimeParseException when it is no day, or one nobody means */
    public static LocalDate parse(String text) {
        var day = LocalDate.parse(text.strip());
        if (!possible(day)) throw new DateTimeParseException("no school has such a day", text, 0);
        return day;
    }

    public static Optional<LocalDate> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static boolean possible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
