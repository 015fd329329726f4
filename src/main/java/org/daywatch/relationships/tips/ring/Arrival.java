package org.daywatch.relationships.tips.ring;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What came in at the door.
 *
 * @param day at the school
 * @param lifeSafety somebody may die: it does not wait
 */
public record Arrival(UUID district, UUID school, LocalDate day, boolean lifeSafety, byte[] content) {}
