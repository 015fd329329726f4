/** The record of daily coverage of a quarter: read by school and day, printed, and handed in. */
@NullMarked
package org.daywatch.transparency.programs.quarter;

import org.jspecify.annotations.NullMarked;
