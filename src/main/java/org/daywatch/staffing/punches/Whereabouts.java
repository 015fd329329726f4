package org.daywatch.staffing.punches;

import java.time.Instant;

/**
 * Where somebody stood when, from a punch.
 *
 * @param doubtMeters how far off the place may be
 */
public record Whereabouts(double latitude, double longitude, double doubtMeters, Instant at) {}
