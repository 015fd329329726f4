/** An officer's shifts in the calendar he already uses. */
@NullMarked
package org.daywatch.staffing.feeds;

import org.jspecify.annotations.NullMarked;
