package org.daywatch.platform.errors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Input that names its own mistakes: field, the value as sent, and what to do. */
public final class InvalidInput extends Problem {

    private final List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super("invalid input: " + errors);
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String value, String message) {
        this(List.of(new FieldError(field, value, message)));
    }

    /** @param message a plain sentence, or the key of one in the message files */
    public record FieldError(String field, String value, String message) {}

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> byField() {
        var map = new LinkedHashMap<String, String>();
        errors.forEach(e -> map.putIfAbsent(e.field(), e.message()));
        return map;
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String type() {
        return "invalid-input";
    }
}
