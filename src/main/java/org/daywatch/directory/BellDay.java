package org.daywatch.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * A day on which a school rings its bells.
 *
 * @param assumed the school has no bells for this kind of day, so those of a regular day were taken
 */
public record BellDay(UUID schoolId, LocalDate day, DayKind kind, LocalTime firstBell, LocalTime lastBell,
        boolean assumed) {}
