/** Shifts as the coordinator, the school and the officer look them up, and the acts that need a reason. */
@NullMarked
package org.daywatch.staffing.desk;

import org.jspecify.annotations.NullMarked;
