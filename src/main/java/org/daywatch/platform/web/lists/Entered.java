package org.daywatch.platform.web.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a list, field by field. What cannot be read is wrong with its field, its value and
 * the text that says what to do.
 *
 * @param words the texts of the list: what is wrong with a field stands under {@code WORDS.wrong.FIELD}
 */
public record Entered(String words, Map<String, String> typed) {

    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    public LocalDate day(String field) {
        try {
            return Days.parse(text(field));
        } catch (DateTimeException unreadable) {
            throw wrong(field);
        }
    }

    /** Null where the field was left empty. */
    public @Nullable LocalDate dayOrNone(String field) {
        return text(field).isBlank() ? null : day(field);
    }

    public int number(String field, int least, int most) {
        return Typed.number(field, text(field), least, most, key(field));
    }

    /** @param empty where the field was left so */
    public int numberOr(String field, int empty, int least, int most) {
        return text(field).isBlank() ? empty : number(field, least, most);
    }

    /** An amount in cents. */
    public int dollars(String field, int least, int most) {
        return Math.toIntExact(Dollars.read(field, text(field), least, most, key(field)));
    }

    /** Null where the field was left empty. */
    public @Nullable UUID idOrNone(String field) {
        try {
            return text(field).isBlank() ? null : UUID.fromString(text(field));
        } catch (IllegalArgumentException unreadable) {
            throw wrong(field);
        }
    }

    public <E extends Enum<E>> E one(String field, Class<E> kind) {
        try {
            return Enum.valueOf(kind, text(field));
        } catch (IllegalArgumentException unknown) {
            throw wrong(field);
        }
    }

    private InvalidInput wrong(String field) {
        return new InvalidInput(field, text(field), key(field));
    }

    private String key(String field) {
        return words + ".wrong." + field;
    }
}
