/** What the room forgets in time, and what it holds about one officer. */
@NullMarked
package org.daywatch.staffing.keeping;

import org.jspecify.annotations.NullMarked;
