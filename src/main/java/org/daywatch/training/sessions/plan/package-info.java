/** Planning lessons into the timetable: one, a series, a school's week, and the classes that are taught. */
@NullMarked
package org.daywatch.training.sessions.plan;

import org.jspecify.annotations.NullMarked;
