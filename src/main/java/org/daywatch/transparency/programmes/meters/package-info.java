/** Figures of a programme, pure: amount, target, pace, forecast, what is missing. Nothing here reads a table or a clock. */
@NullMarked
package org.daywatch.transparency.programmes.meters;

import org.jspecify.annotations.NullMarked;
