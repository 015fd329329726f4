/** The word an officer gives beforehand: whoever schedules may seat them at a school on these days. */
@NullMarked
package org.daywatch.staffing.consents;

import org.jspecify.annotations.NullMarked;
