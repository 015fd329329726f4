/** Minutes: how many a school required, how many were covered, and why the others were not. */
@NullMarked
package org.daywatch.staffing.coverage;

import org.jspecify.annotations.NullMarked;
