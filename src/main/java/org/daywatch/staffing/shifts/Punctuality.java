package org.daywatch.staffing.shifts;

import java.time.Duration;

/**
 * The dated rules about time, as they are in force on the day of the shift.
 *
 * @param opens how long before the start a check-in is taken
 * @param lateAfter up to here a check-in counts as in time
 * @param missedAfter without a check-in until then, the shift is missed and its post free again
 */
public record Punctuality(Duration opens, Duration lateAfter, Duration missedAfter) {}
