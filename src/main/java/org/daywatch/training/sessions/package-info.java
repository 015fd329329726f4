/** Lessons in the timetable: planned, taught as it was, called off or missed. */
@NullMarked
package org.daywatch.training.sessions;

import org.jspecify.annotations.NullMarked;
