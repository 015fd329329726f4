package org.daywatch.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms of a school said in an exercise, in numbers: whom they named is told to nobody outside the district.
 *
 * @param expected by the rosters and the visitors' list of that moment. @param found in somebody's sight, whoever of
 * them needs help too
 * @param unknown of whom nobody has said anything. @param full when the last of all was in somebody's sight; null while
 * one is missing or unknown
 */
public record ExerciseRoll(int expected, int found, int missing, int unknown, int rooms, int answered,
        @Nullable Instant full) {}
