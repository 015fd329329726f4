/**
 * The officer at a campus: of each day of school, the minutes they are asked for and those in which one was there, by
 * the clock.
 */
@NullMarked
package org.daywatch.transparency.programs.campus;

import org.jspecify.annotations.NullMarked;
