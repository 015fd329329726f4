/** A roster told to its officers: asked for, done in the background place by place, looked at while it goes on. */
@NullMarked
package org.daywatch.staffing.rosters.publishing;

import org.jspecify.annotations.NullMarked;
