/** Seats at schools: opened to officers, held for one, filled, cancelled. */
@NullMarked
package org.daywatch.staffing.posts;

import org.jspecify.annotations.NullMarked;
