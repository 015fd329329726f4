/** The gate: before anything is written about a student, whose business it is. */
@NullMarked
package org.daywatch.restorative.gate;

import org.jspecify.annotations.NullMarked;
