/** Clocks that start by themselves: from the fact that starts them, each once, told at once to whoever must act. */
@NullMarked
package org.daywatch.transparency.programs.clocks.triggers;

import org.jspecify.annotations.NullMarked;
