package org.daywatch.directory.imports.ical;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.intake.ImportFile;

/** First and last day of school as somebody typed them, for a calendar that does not tell them: both or neither. */
public record TypedYear(String first, String last) {
    public static final String FIRST = "firstDay";
    public static final String LAST = "lastDay";
    /** No school year is longer. */
    public static final int LONGEST = 400;

    /**
     * What is wrong. @param field at which it is said @param word of the message files (imports.form.year) @param says
     * dates, or what was typed
     */
    public record Wrong(String field, String word, List<Object> says) {}

    public Optional<Wrong> wrong() {
        if (first.isBlank() && last.isBlank()) return Optional.empty();
        if (!first.isBlank() && date(first).isEmpty())
            return Optional.of(new Wrong(FIRST, "unreadable", List.of(first)));
        if (!last.isBlank() && date(last).isEmpty()) return Optional.of(new Wrong(LAST, "unreadable", List.of(last)));
        if (first.isBlank()) return Optional.of(new Wrong(FIRST, "first", List.of(date(last).orElseThrow())));
        if (last.isBlank()) return Optional.of(new Wrong(LAST, "last", List.of(date(first).orElseThrow())));
        return wrong(date(first).orElseThrow(), date(last).orElseThrow());
    }

    /** Two days that cannot begin and end one school year. */
    public static Optional<Wrong> wrong(LocalDate first, LocalDate last) {
        if (!last.isAfter(first)) return Optional.of(new Wrong(LAST, "before", List.of(last, first)));
        if (last.isAfter(first.plusDays(LONGEST)))
            return Optional.of(new Wrong(LAST, "far", List.of(last, first, LONGEST)));
        return Optional.empty();
    }

    /** Only where nothing is wrong. */
    public ImportFile.ForCalendar days() {
        return first.isBlank()
                ? ImportFile.ForCalendar.NOTHING
                : new ImportFile.ForCalendar(false, date(first).orElseThrow(), date(last).orElseThrow());
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
