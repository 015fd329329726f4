package org.daywatch.prevention.zones;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a school that is walked and counted by itself. @param position in which order one would walk */
public record Zone(UUID agencyId, UUID id, UUID districtId, UUID schoolId, String name, int position,
        @Nullable Instant retiredAt) {

    public boolean walked() {
        return retiredAt == null;
    }
}
