/** Seats at schools, made from calendars and requests, opened to officers, held, cancelled. */
@NullMarked
package org.daywatch.staffing.posts;

import org.jspecify.annotations.NullMarked;
