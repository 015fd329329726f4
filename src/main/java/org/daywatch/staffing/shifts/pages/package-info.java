/** Shifts as the coordinator, the school and the officer look them up, and the acts that need a reason. */
@NullMarked
package org.daywatch.staffing.shifts.pages;

import org.jspecify.annotations.NullMarked;
