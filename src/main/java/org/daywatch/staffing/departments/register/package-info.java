/** The agency's register of departments: whom to call, their clock and limits, and the terms agreed with each. */
@NullMarked
package org.daywatch.staffing.departments.register;

import org.jspecify.annotations.NullMarked;
