package org.daywatch.directory;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Asked before a calendar is taken in anew, answered by the room that plans from calendars: is the day at work already?
 */
public interface BegunDays {

    /** Whether a post of this day has begun at a school of the district. */
    boolean begun(UUID districtId, LocalDate day);
}
