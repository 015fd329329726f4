/** Hours that were worked, for payroll and for whoever bills them. */
@NullMarked
package org.daywatch.staffing.workedhours;

import org.jspecify.annotations.NullMarked;
