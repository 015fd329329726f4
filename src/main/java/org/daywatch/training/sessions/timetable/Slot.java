package org.daywatch.training.sessions.timetable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a lesson is planned.
 *
 * @param day by the school's clock
 * @param period as the timetable names it; empty beside its periods
 * @param outsideWhy why it lies outside the bells; empty where it does not
 */
public record Slot(LocalDate day, String period, Instant from, Instant to, String outsideWhy) {}
