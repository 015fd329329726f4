/** What a school owes this year, what it has held, and the plan for the rest. */
@NullMarked
package org.daywatch.planning.drills.year;

import org.jspecify.annotations.NullMarked;
