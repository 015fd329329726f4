/** The officer's day on their phone: site pack, check-in, capacity, absence, check-out. */
@NullMarked
package org.daywatch.staffing.duty;

import org.jspecify.annotations.NullMarked;
