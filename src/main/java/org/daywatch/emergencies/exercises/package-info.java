/**
 * Drills on the screens: what begins as a drill is pressed as an exercise, and what ends as an exercise is told as a
 * drill.
 */
@NullMarked
package org.daywatch.emergencies.exercises;

import org.jspecify.annotations.NullMarked;
