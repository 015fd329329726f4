package org.daywatch.platform.web.kit;

import org.jspecify.annotations.Nullable;

/** The head of a table column; with a key it can be sorted by. */
public record Column(@Nullable String key, String label, boolean number) {

    public static Column plain(String label) {
        return new Column(null, label, false);
    }

    public static Column sorted(String key, String label) {
        return new Column(key, label, false);
    }

    public Column asNumber() {
        return new Column(key, label, true);
    }
}
