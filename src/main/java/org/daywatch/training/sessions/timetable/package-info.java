/** The school's days, bells and periods as lessons are planned into them. */
@NullMarked
package org.daywatch.training.sessions.timetable;

import org.jspecify.annotations.NullMarked;
