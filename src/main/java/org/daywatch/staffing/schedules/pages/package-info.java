/** The coordinator's screens of a schedule: the week, a place and why, publishing. */
@NullMarked
package org.daywatch.staffing.schedules.pages;

import org.jspecify.annotations.NullMarked;
