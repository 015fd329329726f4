/**
 * A schedule for a stretch of days: asked for, worked out in the background, looked at, pinned, published, accepted by
 * officers.
 */
@NullMarked
package org.daywatch.staffing.schedules.weeks;

import org.jspecify.annotations.NullMarked;
