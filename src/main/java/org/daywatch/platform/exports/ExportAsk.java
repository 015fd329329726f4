package org.daywatch.platform.exports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody needs more files on a day than one person may take on their own.
 *
 * @param by who allowed it; null: nobody yet
 */
public record ExportAsk(UUID id, UUID person, String name, String reason, Instant askedAt, @Nullable String by,
        @Nullable Instant allowedAt) {

    public boolean allowed() {
        return allowedAt != null;
    }
}
