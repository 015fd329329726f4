package org.daywatch.staffing.eligibility;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.daywatch.platform.time.When;

/** One figure or name in a finding: kept as what it is, said in the reader's language. */
public sealed interface Term {

    record Hours(Duration length) implements Term {}

    record Amount(BigDecimal number) implements Term {}

    record Moment(LocalDateTime at) implements Term {}

    record Day(LocalDate date) implements Term {}

    /** As written: a school's name, a department's. */
    record Words(String text) implements Term {}

    /** A name that itself stands in the message files. */
    record Name(String key) implements Term {}

    /** Looks a sentence up in the reader's language. */
    interface Sentences {
        String of(String key, Object... args);
    }

    default String say(Sentences sentences, String language) {
        return switch (this) {
            case Hours(var length) -> hours(length);
            case Amount(var number) -> number.stripTrailingZeros().toPlainString();
            case Moment(var at) -> moment(When.in(language), at, language);
            case Day(var date) -> date.format(pattern(language, "EEE, MMM d, yyyy", "EEE d MMM yyyy"));
            case Words(var text) -> text;
            case Name(var key) -> sentences.of(key);
        };
    }

    /** The form in which it is stored. */
    default String stored() {
        return switch (this) {
            case Hours(var length) -> length.toString();
            case Amount(var number) -> number.toPlainString();
            case Moment(var at) -> at.toString();
            case Day(var date) -> date.toString();
            case Words(var text) -> text;
            case Name(var key) -> key;
        };
    }

    /** As people say it: 7 h 30 min. */
    static String hours(Duration length) {
        return length.toMinutesPart() == 0
                ? length.toHours() + " h"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }

    /** The hour of a Spanish clock ends with a full stop of its own, so it stands first. */
    private static String moment(When when, LocalDateTime at, String language) {
        return language.equals("es")
                ? when.time(at.toLocalTime()) + " del " + when.day(at)
                : when.day(at) + ", " + when.time(at.toLocalTime());
    }

    private static DateTimeFormatter pattern(String language, String english, String spanish) {
        return DateTimeFormatter.ofPattern(language.equals("es") ? spanish : english, Locale.of(language));
    }
}
