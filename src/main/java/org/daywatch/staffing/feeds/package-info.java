/** An officer's shifts in the calendar they already use. */
@NullMarked
package org.daywatch.staffing.feeds;

import org.jspecify.annotations.NullMarked;
