package org.daywatch.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The first and the last day it is at a moment wherever a school of the United States stands: American Samoa is
 * farthest behind, Guam farthest ahead. For looking through schools of several zones at once; what is found is then
 * judged by its own school's day.
 */
public final class FarthestDays {

    private static final ZoneOffset SAMOA = ZoneOffset.ofHours(-11);
    private static final ZoneOffset GUAM = ZoneOffset.ofHours(10);

    private FarthestDays() {}

    public static LocalDate earliest(Instant at) {
        return LocalDate.ofInstant(at, SAMOA);
    }

    public static LocalDate latest(Instant at) {
        return LocalDate.ofInstant(at, GUAM);
    }
}
