package org.daywatch.relationships.tips.ring;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What came in at the door.
 *
 * @param day at the school
 * @param lifeSafety somebody may die: it does not wait
 * @param picture that came with it; of no length: none
 */
public record Arrival(UUID district, UUID school, LocalDate day, boolean lifeSafety, byte[] content, byte[] picture) {

    public Arrival(UUID district, UUID school, LocalDate day, boolean lifeSafety, byte[] content) {
        this(district, school, day, lifeSafety, content, WaitingTip.NO_PICTURE);
    }
}
