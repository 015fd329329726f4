/** Where a ZIP code lies, as near as a home may be known. */
@NullMarked
package org.daywatch.staffing.schedules.zips;

import org.jspecify.annotations.NullMarked;
