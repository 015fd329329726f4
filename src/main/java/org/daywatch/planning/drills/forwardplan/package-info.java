/** The forward plan: drills that are due, spread over the days of a school year. Pure. */
@NullMarked
package org.daywatch.planning.drills.forwardplan;

import org.jspecify.annotations.NullMarked;
