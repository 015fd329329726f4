package org.daywatch.platform.web.forms;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed or tapped, read field by field; every field that is wrong is named, with what it held, once all
 * are read. What each method gives for a wrong field stands in for it until {@link #check}.
 */
public final class TypedForm {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int SHOWN = 60;

    private final String words;
    private final Map<String, String> typed;
    private final List<FieldError> wrong = new ArrayList<>();

    /** @param words what is wrong is said by texts under {@code WORDS.wrong} */
    public TypedForm(String words, Map<String, String> typed) {
        this.words = words + ".wrong.";
        this.typed = typed;
    }

    /** Without signs that cannot be printed; lines stay lines. */
    public String text(String field) {
        return typed.getOrDefault(field, "").strip().replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
    }

    public String within(String field, int most) {
        return within(field, most, words + "long");
    }

    public String within(String field, int most, String message) {
        if (text(field).length() > most) wrong(field, message);
        return text(field);
    }

    public String must(String field, int most) {
        if (text(field).isEmpty()) wrong(field, words + "empty");
        return within(field, most);
    }

    public LocalDate day(String field) {
        try {
            return Days.parse(text(field));
        } catch (DateTimeException e) {
            wrong(field, text(field).isBlank() ? Typed.NO_DAY : words + "day");
            return LocalDate.EPOCH;
        }
    }

    public LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field));
        } catch (DateTimeException e) {
            wrong(field, words + "time");
            return LocalTime.MIDNIGHT;
        }
    }

    /** Null where the field was left empty. */
    public @Nullable Integer number(String field, int least, int most) {
        return number(field, least, most, words + "number");
    }

    /** Null where the field was left empty. */
    public @Nullable Integer number(String field, int least, int most, String message) {
        if (text(field).isEmpty()) return null;
        if (text(field).matches("[0-9]{1,5}")) {
            int said = Integer.parseInt(text(field));
            if (said >= least && said <= most) return said;
        }
        wrong(field, message);
        return null;
    }

    public int mustNumber(String field, int least, int most) {
        if (text(field).isEmpty()) wrong(field, words + "empty");
        var said = number(field, least, most);
        return said == null ? least : said;
    }

    public <E extends Enum<E>> @Nullable E word(String field, Class<E> all) {
        return one(field, all, words + "choice").orElse(null);
    }

    /** What is wrong is said under the field's own name. */
    public <E extends Enum<E>> Optional<E> one(String field, Class<E> all) {
        return one(field, all, words + field);
    }

    /** @param empty where nothing was said */
    public <E extends Enum<E>> E oneOr(String field, Class<E> all, E empty) {
        return text(field).isEmpty() ? empty : one(field, all).orElse(empty);
    }

    private <E extends Enum<E>> Optional<E> one(String field, Class<E> all, String message) {
        var found = Arrays.stream(all.getEnumConstants()).filter(word -> word.name().equals(text(field))).findFirst();
        if (found.isEmpty()) wrong(field, message);
        return found;
    }

    /** What is wrong is said under the field's own name. */
    public UUID id(String field) {
        return id(field, words + field);
    }

    public UUID id(String field, String message) {
        return Ids.find(text(field)).orElseGet(() -> {
            wrong(field, message);
            return NOBODY;
        });
    }

    /**
     * When it was done, by the phone's clock; one that is fast does not write into the future. Now where nothing was
     * said. @param oldest null: however long ago it was
     */
    public Instant at(String field, Instant now, @Nullable Duration oldest) {
        if (text(field).isEmpty()) return now;
        try {
            var said = Instant.parse(text(field)).truncatedTo(ChronoUnit.MILLIS);
            if (oldest != null && said.isBefore(now.minus(oldest))) wrong(field, words + "old");
            return said.isAfter(now) ? now : said;
        } catch (DateTimeException e) {
            wrong(field, words + field);
            return now;
        }
    }

    /** @param message a plain sentence, or the whole key of one */
    public void wrong(String field, String message) {
        String value = text(field);
        wrong.add(new FieldError(field, value.substring(0, Math.min(SHOWN, value.length())), message));
    }

    /** @throws InvalidInput naming every field that is wrong */
    public void check() {
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }
}
