/** Pages of a program's clocks. */
@NullMarked
package org.daywatch.transparency.programs.clocks.desk;

import org.jspecify.annotations.NullMarked;
