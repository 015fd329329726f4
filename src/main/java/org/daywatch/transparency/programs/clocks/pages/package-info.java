/** Pages of a program's clocks. */
@NullMarked
package org.daywatch.transparency.programs.clocks.pages;

import org.jspecify.annotations.NullMarked;
