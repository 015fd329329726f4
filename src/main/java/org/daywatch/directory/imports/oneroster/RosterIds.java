package org.daywatch.directory.imports.oneroster;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of a roster row follows from the district and the roster's own id: the same row next year is the same row. */
record RosterIds(UUID district) {

    UUID of(String file, String sourcedId) {
        return UUID.nameUUIDFromBytes((district + "|" + file + "|" + sourcedId).getBytes(StandardCharsets.UTF_8));
    }
}
