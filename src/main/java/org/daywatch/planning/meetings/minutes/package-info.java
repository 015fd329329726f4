/** The minutes of a meeting: written, approved, on paper, and waiting on a first screen. */
@NullMarked
package org.daywatch.planning.meetings.minutes;

import org.jspecify.annotations.NullMarked;
