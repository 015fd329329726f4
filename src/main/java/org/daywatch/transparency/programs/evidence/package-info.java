/** What a figure opens onto: the lines it is the sum of, the things a tile counts. */
@NullMarked
package org.daywatch.transparency.programs.evidence;

import org.jspecify.annotations.NullMarked;
