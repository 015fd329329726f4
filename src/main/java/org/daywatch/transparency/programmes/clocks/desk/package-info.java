/** Pages of a programme's clocks. */
@NullMarked
package org.daywatch.transparency.programmes.clocks.desk;

import org.jspecify.annotations.NullMarked;
