/** The kinds of drills, and what a school is told in each. */
@NullMarked
package org.daywatch.planning.drills.kinds;

import org.jspecify.annotations.NullMarked;
