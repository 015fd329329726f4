/** An officer's standing in their department, day by day: light duty, relieved, under investigation. */
@NullMarked
package org.daywatch.staffing.dutystatus;

import org.jspecify.annotations.NullMarked;
