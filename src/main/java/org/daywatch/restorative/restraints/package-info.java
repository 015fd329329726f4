/**
 * That a student was held: what was done, for how long and why, spoken about afterwards, counted for the school year.
 */
@NullMarked
package org.daywatch.restorative.restraints;

import org.jspecify.annotations.NullMarked;
