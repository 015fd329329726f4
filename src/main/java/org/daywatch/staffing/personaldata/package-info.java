/** What the room forgets in time, and what it holds about one officer. */
@NullMarked
package org.daywatch.staffing.personaldata;

import org.jspecify.annotations.NullMarked;
