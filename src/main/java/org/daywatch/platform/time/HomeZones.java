package org.daywatch.platform.time;

import java.time.ZoneId;
import java.util.UUID;

/** In which zone an agency's desk stands. */
public interface HomeZones {

    /** @param org the agency itself, or a district or department of it */
    ZoneId zone(UUID org);
}
