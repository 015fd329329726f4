/** One clock per officer: every hour they work or will work, for whomever, and when they are taken. */
@NullMarked
package org.daywatch.staffing.hours;

import org.jspecify.annotations.NullMarked;
