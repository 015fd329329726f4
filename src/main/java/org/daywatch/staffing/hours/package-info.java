/** Where hours are written, and when officers are taken. */
@NullMarked
package org.daywatch.staffing.hours;

import org.jspecify.annotations.NullMarked;
