package org.daywatch.staffing.punches;

/**
 * The dated rules about positions, as they are in force on the day of the punch.
 *
 * @param vagueMeters a phone that is less sure of its place than this says little
 * @param staleSeconds a position older than this says little about now
 * @param exactMeters no phone is surer of its place than this
 * @param kilometersAnHour nobody travels faster between two punches, as the crow flies
 */
public record DoubtLimits(int vagueMeters, int staleSeconds, int exactMeters, int kilometersAnHour) {}
