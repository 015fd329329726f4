/**
 * Figures of a program, pure: amount, target, pace, forecast, what is missing. Nothing here reads a table or a clock.
 */
@NullMarked
package org.daywatch.transparency.programs.meters;

import org.jspecify.annotations.NullMarked;
