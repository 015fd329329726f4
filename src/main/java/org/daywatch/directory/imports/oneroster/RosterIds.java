package org.daywatch.directory.imports.oneroster;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a roster row follows from the district and the roster's own id: the same row next year is the same row. */
record RosterIds(UUID district) {
    private static final Pattern GUID = Pattern.compile("\\{?[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}}?");

    UUID of(String file, String sourcedId) {
        return UUID.nameUUIDFromBytes((district + "|" + file + "|" + sourcedId).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * For comparing: some makers write one GUID in capitals here and in small letters there. Any other id counts as it
     * is spelled.
     */
    static String fold(String sourcedId) {
        return sourcedId.length() >= 32 && GUID.matcher(sourcedId).matches()
                ? sourcedId.toLowerCase(Locale.ROOT)
                : sourcedId;
    }
}
