package org.daywatch.directory.calendars;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.DayKind;
import org.jspecify.annotations.Nullable;

/** First and last bell of one kind of day at one school, from one date on. */
public record BellSchedule(UUID id, UUID schoolId, DayKind kind, LocalTime firstBell, LocalTime lastBell,
        LocalDate validFrom, @Nullable LocalDate validTo) {

    public BellSchedule {
        if (!kind.isSchoolDay()) throw new IllegalArgumentException("No bells ring on a day of kind " + kind + ".");
        if (!lastBell.isAfter(firstBell)) {
            throw new IllegalArgumentException(
                    "The last bell " + lastBell + " must be after the first bell " + firstBell + ".");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "The bells end on " + validTo + ", before they begin on " + validFrom + ".");
        }
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean sameSlot(BellSchedule other) {
        return schoolId.equals(other.schoolId) && kind == other.kind && validFrom.equals(other.validFrom);
    }
}
