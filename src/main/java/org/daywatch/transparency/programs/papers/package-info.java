/**
 * Papers a program demands and no room tells: recorded with their day and where they lie, and counted for what is due.
 */
@NullMarked
package org.daywatch.transparency.programs.papers;

import org.jspecify.annotations.NullMarked;
