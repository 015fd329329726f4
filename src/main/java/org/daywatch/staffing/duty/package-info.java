/** The officer's day on his phone: site pack, check-in, capacity, absence, check-out. */
@NullMarked
package org.daywatch.staffing.duty;

import org.jspecify.annotations.NullMarked;
