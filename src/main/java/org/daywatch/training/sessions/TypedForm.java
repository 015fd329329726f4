package org.daywatch.training.sessions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;

/** What somebody typed, read field by field; every field that is wrong is named, with what it held. */
public final class TypedForm {

    private final Map<String, String> typed;
    private final List<FieldError> wrong = new ArrayList<>();

    public TypedForm(Map<String, String> typed) {
        this.typed = typed;
    }

    public String text(String field) {
        return typed.getOrDefault(field, "").strip().replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
    }

    public String within(String field, int most) {
        if (text(field).length() > most) wrong(field, "sessions.wrong.long");
        return text(field);
    }

    public String must(String field, int most) {
        if (text(field).isEmpty()) wrong(field, "sessions.wrong.empty");
        return within(field, most);
    }

    public LocalDate day(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException e) {
            wrong(field, "sessions.wrong.day");
            return LocalDate.EPOCH;
        }
    }

    public LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field));
        } catch (DateTimeException e) {
            wrong(field, "sessions.wrong.time");
            return LocalTime.MIDNIGHT;
        }
    }

    /** Null where the field was left empty. */
    public @Nullable Integer number(String field, int least, int most) {
        if (text(field).isEmpty()) return null;
        if (text(field).matches("[0-9]{1,5}")) {
            int said = Integer.parseInt(text(field));
            if (said >= least && said <= most) return said;
        }
        wrong(field, "sessions.wrong.number");
        return null;
    }

    public int mustNumber(String field, int least, int most) {
        if (text(field).isEmpty()) wrong(field, "sessions.wrong.empty");
        var said = number(field, least, most);
        return said == null ? least : said;
    }

    public <E extends Enum<E>> @Nullable E word(String field, Class<E> words) {
        for (var word : words.getEnumConstants()) if (word.name().equals(text(field))) return word;
        wrong(field, "sessions.wrong.choice");
        return null;
    }

    public void wrong(String field, String message) {
        String value = text(field);
        wrong.add(new FieldError(field, value.substring(0, Math.min(60, value.length())), message));
    }

    /** @throws InvalidInput naming every field that is wrong */
    public void check() {
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }
}
