package org.daywatch.emergencies.lane.http;

import org.jspecify.annotations.Nullable;

/**
 * A request that was not taken.
 *
 * @see #field the field that is wrong, null where it is not about a field
 */
final class RequestRefused extends Exception {

    final int status;
    final String key;
    final @Nullable String field;
    final @Nullable String value;

    /** What was refused was a drill or a test: the answer asks nobody to call 911. */
    final boolean drill;

    private RequestRefused(int status, String key, @Nullable String field, @Nullable String value, boolean drill) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.field = field;
        this.value = value;
        this.drill = drill;
    }

    static RequestRefused because(int status, String key) {
        return new RequestRefused(status, key, null, null, false);
    }

    static RequestRefused wrong(String field, @Nullable String value, String key) {
        return new RequestRefused(400, key, field,
                value == null ? "" : value.length() > 80 ? value.substring(0, 80) : value, false);
    }

    RequestRefused of(boolean notMeant) {
        return new RequestRefused(status, key, field, value, notMeant);
    }
}
