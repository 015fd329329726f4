/**
 * Checks a schedule from its two files alone. Shares no code with what makes schedules or judges hours, so that a
 * mistake there cannot hide itself here: a test refuses any import of Daywatch. Counts minute by minute, slow and
 * plain.
 */
@NullMarked
package org.daywatch.scheduling.check;

import org.jspecify.annotations.NullMarked;
