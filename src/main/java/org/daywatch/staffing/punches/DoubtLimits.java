package org.daywatch.staffing.punches;

/**
 * The dated rules about positions, as they are in force on the day of the punch.
 *
 * @param vagueMetres a phone that is less sure of its place than this says little
 * @param staleSeconds a position older than this says little about now
 * @param exactMetres no phone is surer of its place than this
 * @param kilometresAnHour nobody travels faster between two punches, as the crow flies
 */
public record DoubtLimits(int vagueMetres, int staleSeconds, int exactMetres, int kilometresAnHour) {}
