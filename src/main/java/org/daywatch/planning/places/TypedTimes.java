package org.daywatch.planning.places;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Days and hours as forms send them. */
public final class TypedTimes {

    private TypedTimes() {}

    /** @throws InvalidInput with {@code meetings.wrong.day} */
    public static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput(field, text, "meetings.wrong.day");
        }
    }

    /** Null where the field was left empty. */
    public static @Nullable LocalDate dayOrNone(String field, String text) {
        return text.isBlank() ? null : day(field, text);
    }

    /** @throws InvalidInput with {@code meetings.wrong.time} */
    public static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput(field, text, "meetings.wrong.time");
        }
    }

    public static @Nullable LocalTime timeOrNone(String field, String text) {
        return text.isBlank() ? null : time(field, text);
    }
}
