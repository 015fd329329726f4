/** Officers at their posts, from acceptance to check-out. */
@NullMarked
package org.daywatch.staffing.shifts;

import org.jspecify.annotations.NullMarked;
