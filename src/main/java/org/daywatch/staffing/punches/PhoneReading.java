package org.daywatch.staffing.punches;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the phone said at the punch.
 *
 * @param accuracyMeters how unsure it is of its place, as it says itself
 * @param takenAt when it says it read the position; null when it does not say
 */
public record PhoneReading(double latitude, double longitude, double accuracyMeters, @Nullable Instant takenAt) {}
