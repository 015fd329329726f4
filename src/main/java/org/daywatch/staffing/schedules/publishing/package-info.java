/** A schedule told to its officers: asked for, done in the background place by place, looked at while it goes on. */
@NullMarked
package org.daywatch.staffing.schedules.publishing;

import org.jspecify.annotations.NullMarked;
