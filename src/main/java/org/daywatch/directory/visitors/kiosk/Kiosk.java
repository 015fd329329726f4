package org.daywatch.directory.visitors.kiosk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param pairedAt null while its code waits to be typed */
public record Kiosk(UUID districtId, UUID id, UUID schoolId, String label, Instant madeAt,
        @Nullable Instant pairedAt) {}
