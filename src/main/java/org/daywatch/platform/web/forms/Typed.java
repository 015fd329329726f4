package org.daywatch.platform.web.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.pictures.CleanPicture;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Single fields as forms send them. Whoever names every wrong field of a form at once collects what is thrown here. */
public final class Typed {

    /** Where a day is missing: there is nothing to quote. */
    static final String NO_DAY = "typed.wrong.noday";

    private Typed() {}

    /** @throws InvalidInput with {@code typed.wrong.empty} where nothing was written; what is too long is cut */
    public static String must(String field, String text, int longest) {
        String said = cut(text, longest);
        if (said.isEmpty()) throw new InvalidInput(field, text, "typed.wrong.empty");
        return said;
    }

    /** Without signs that cannot be printed; lines stay lines. */
    public static String cut(String text, int longest) {
        String said = text.strip().replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
        return said.length() <= longest ? said : said.substring(0, longest);
    }

    /** @throws InvalidInput naming {@code photo} where there is none, or one that {@link CleanPicture} cannot draw */
    public static CleanPicture photo(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) throw new InvalidInput("photo", "", "web.photo.empty");
        CleanPicture.mayBe(file.getSize());
        try {
            return CleanPicture.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The photo could not be read.\nMaybe the disk is full.", e);
        }
    }

    /**
     * @throws InvalidInput with {@code typed.wrong.day} or {@code typed.wrong.noday}, or with {@code typed.wrong.year}
     * for a slip of the finger such as the year 26 or 20262
     */
    public static LocalDate day(String field, String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(field, text, text.isBlank() ? NO_DAY : "typed.wrong.day");
        }
        if (!Dates.isPlausible(day)) throw new InvalidInput(field, text, "typed.wrong.year");
        return day;
    }

    /** @throws InvalidInput with {@code typed.wrong.time} */
    public static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(field, text, "typed.wrong.time");
        }
    }

    /** Null where the field was left empty. */
    public static @Nullable LocalDate dayOrNone(String field, String text) {
        return text.isBlank() ? null : day(field, text);
    }

    /** Null where the field was left empty. */
    public static @Nullable LocalTime timeOrNone(String field, String text) {
        return text.isBlank() ? null : time(field, text);
    }

    /**
     * @param message says which numbers are meant, and in what unit
     * @throws InvalidInput where it is no whole number between the two
     */
    public static int number(String field, String text, int least, int most, String message) {
        String said = text.strip();
        if (!said.matches("[0-9]{1,9}") || Integer.parseInt(said) < least || Integer.parseInt(said) > most)
            throw new InvalidInput(field, text, message);
        return Integer.parseInt(said);
    }

    /**
     * Words in which somebody gives a reason or names an authority, without the space around them.
     *
     * @param message says how many characters are meant
     * @throws InvalidInput where they are fewer or more
     */
    public static String words(String field, String text, int least, int most, String message) {
        String said = text.strip();
        if (said.length() < least || said.length() > most) throw new InvalidInput(field, text, message);
        return said;
    }
}
