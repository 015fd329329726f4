/** One clock per officer: every hour he works or will work, for whomever, and when he is taken. */
@NullMarked
package org.daywatch.staffing.hours;

import org.jspecify.annotations.NullMarked;
