/** The coordinator's screens of a roster: the week, a place and why, publishing. */
@NullMarked
package org.daywatch.staffing.rosters.desk;

import org.jspecify.annotations.NullMarked;
