/** A roster for a stretch of days: asked for, worked out in the background, looked at, pinned, published, accepted by officers. */
@NullMarked
package org.daywatch.staffing.rosters.weeks;

import org.jspecify.annotations.NullMarked;
