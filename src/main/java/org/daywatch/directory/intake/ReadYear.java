package org.daywatch.directory.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school year as a calendar's file tells it, beside what the file says of itself.
 *
 * @param days of school with what is applied
 * @param daysIfLikely of school once everything likely is applied too
 * @param told how many days of school the calendar itself says it has
 */
public record ReadYear(LocalDate firstDay, LocalDate lastDay, int days, int daysIfLikely, @Nullable Integer told) {}
